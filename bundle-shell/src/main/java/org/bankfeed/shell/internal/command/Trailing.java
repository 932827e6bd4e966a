package org.bankfeed.shell.internal.command;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.karaf.shell.api.action.Option;
import org.jspecify.annotations.Nullable;

/**
 * Options behind an argument. Karaf reads options only before the first argument; people also write
 * {@code bank:confirm ID --invoice …}. What stands behind is handed to us as words.
 */
final class Trailing {

    private Trailing() {}

    /**
     * Sets the command's options that are among the words.
     *
     * @return the words that are no options
     * @throws IllegalArgumentException if there is no such option, or its value is missing or of another kind
     */
    static List<String> apply(BankCommand command, List<String> words) {
        List<String> others = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.startsWith("--")) {
                set(command, word, rest);
            } else {
                others.add(word);
            }
        }
        return others;
    }

    private static void set(BankCommand command, String word, Iterator<String> rest) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Field field = field(command.getClass(), name);
        try {
            if (field.getType() == boolean.class) {
                field.setBoolean(command, true);
            } else {
                field.set(
                        command,
                        value(field, command, name, equals < 0 ? next(name, rest) : word.substring(equals + 1)));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("options are fields that this package sees", e);
        }
    }

    private static String next(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.next();
    }

    private static Object value(Field field, BankCommand command, String name, String text)
            throws IllegalAccessException {
        if (field.getType() == String.class) {
            return text;
        }
        if (field.getType() == List.class) {
            List<Object> values = new ArrayList<>();
            if (field.get(command) instanceof List<?> before) {
                values.addAll(before);
            }
            values.add(text);
            return values;
        }
        try {
            if (field.getType() == Long.class) {
                return Long.valueOf(text);
            }
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + text + "', which is no whole number", e);
        }
    }

    private static Field field(Class<?> type, String name) {
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                @Nullable Option option = field.getAnnotation(Option.class);
                if (option != null && option.name().equals(name)) {
                    return field;
                }
            }
        }
        throw new IllegalArgumentException("There is no option " + name + ": --help lists those that there are");
    }
}
