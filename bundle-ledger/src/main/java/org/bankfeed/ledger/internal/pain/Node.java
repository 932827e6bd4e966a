package org.bankfeed.ledger.internal.pain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small part of a file: an element with what is in it. */
final class Node {

    final String name;
    final int line;
    final List<Node> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    /** What the element's currency attribute says. */
    @Nullable
    String currency;

    Node(String name, int line) {
        this.name = name;
        this.line = line;
    }

    List<Node> all(String child) {
        return children.stream().filter(one -> one.name.equals(child)).toList();
    }

    /** What lies at the end of a path of elements, each the first of its name. */
    Optional<Node> at(String... path) {
        Node here = this;
        for (String step : path) {
            List<Node> next = here.all(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get(0);
        }
        return Optional.of(here);
    }

    /** The text at the end of a path; empty if there is none, or only blanks. */
    Optional<String> text(String... path) {
        return at(path).map(node -> node.text.toString().strip()).filter(text -> !text.isEmpty());
    }

    /** A text that the standard demands, of 1 to {@code most} characters. */
    String needed(int most, String... path) throws BrokenFileException {
        String text = text(path).orElseThrow(() -> missing(path));
        if (text.length() > most) {
            throw new BrokenFileException(
                    at(path).orElse(this).line,
                    path[path.length - 1] + " has " + text.length() + " characters, and may have " + most + ".");
        }
        return text;
    }

    BrokenFileException missing(String... path) {
        return new BrokenFileException(
                line, name + " has no " + String.join("/", path) + ", which the standard demands; make the file anew.");
    }
}
