package org.bankfeed.words;

import java.util.List;

/**
 * What can be said, with what it speaks of. Each is a constant of an enum and has a text of its name in every {@code
 * sentences*.properties} beside that enum. What is stored knows these names: add, never rename or reorder parameters.
 */
public interface Code {

    /** Of the constant. */
    String name();

    /** What it speaks of, in the order in which the arguments name it. */
    List<Class<? extends Argument>> parameters();

    /** @throws IllegalArgumentException if the arguments are not those of this code */
    default void check(List<? extends Argument> arguments) {
        boolean fit = arguments.size() == parameters().size();
        for (int i = 0; fit && i < arguments.size(); i++) {
            fit = parameters().get(i).isInstance(arguments.get(i));
        }
        if (!fit) {
            throw new IllegalArgumentException(
                    "the code " + name() + " speaks of " + parameters() + ", not of " + arguments);
        }
    }
}
