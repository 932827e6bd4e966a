package org.bankfeed.history;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of a JSON object, each with its name, or those of a list, without. Objects have so few fields that one is found
 * soonest by looking through them.
 */
final class JsonValues {

    enum Kind {
        TEXT,
        /** A number or truth value. */
        LITERAL,
        NULL,
        OBJECT,
        LIST
    }

    private final Signs signs;
    private @Nullable JsonValues outer;
    private int place;

    private String[] names = new String[16];
    private Kind[] kinds = new Kind[16];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private @Nullable JsonValues[] inner = new @Nullable JsonValues[16];
    private int size;

    JsonValues(Signs signs) {
        this.signs = signs;
    }

    /** Has no values now, and lies in another's place. */
    JsonValues begin(@Nullable JsonValues into, int at) {
        outer = into;
        place = at;
        size = 0;
        return this;
    }

    int size() {
        return size;
    }

    /** Adds a value whose signs begin there and are the last that were kept. */
    void add(String name, Kind kind, int begin) {
        if (size == names.length) {
            grow();
        }
        names[size] = name;
        kinds[size] = kind;
        from[size] = begin;
        to[size++] = signs.end();
    }

    /** Adds an object or list; gives it back. */
    JsonValues add(String name, Kind kind, JsonValues values) {
        add(name, kind, signs.end());
        inner[size - 1] = values;
        return values;
    }

    private void grow() {
        int more = size * 2;
        names = Arrays.copyOf(names, more);
        kinds = Arrays.copyOf(kinds, more);
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        inner = Arrays.copyOf(inner, more);
    }

    /**
     * Where a field is, the last if it is there more than once; -1 if there is none.
     *
     * @param field a literal of the program: as the parser's names it is the one object that the runtime keeps for its text
     */
    @SuppressWarnings({"StringEquality", "ReferenceEquality"})
    int find(String field) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i] == field) {
                return i;
            }
        }
        return -1;
    }

    Kind kind(int value) {
        return kinds[value];
    }

    /** A text or literal as a text of its own. */
    String text(int value) {
        return signs.text(from[value], to[value]);
    }

    /** How many signs a text or literal has. */
    int length(int value) {
        return to[value] - from[value];
    }

    /** One of the signs of a text or literal. */
    char sign(int value, int index) {
        return signs.at(from[value] + index);
    }

    /** The decimal number that a text or literal writes. */
    BigDecimal decimal(int value) {
        return signs.decimal(from[value], to[value]);
    }

    /** Whether a text or literal has exactly these signs. */
    boolean is(int value, String word) {
        if (length(value) != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (sign(value, i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The object that is a value, or {@code null} if it is something else. */
    @Nullable
    JsonValues object(int value) {
        return kinds[value] == Kind.OBJECT ? inner[value] : null;
    }

    /** The list that is a value, or {@code null} if it is something else. */
    @Nullable
    JsonValues list(int value) {
        return kinds[value] == Kind.LIST ? inner[value] : null;
    }

    /** What stands before the name of a field of this object when a message names it. */
    String path() {
        String here = where();
        return here.isEmpty() ? "" : here + ".";
    }

    private String where() {
        if (outer == null || outer.outer == null) {
            return "";
        }
        return outer.kindHere() == Kind.LIST ? outer.where() + "[" + place + "]" : outer.path() + outer.names[place];
    }

    private Kind kindHere() {
        return outer == null ? Kind.OBJECT : outer.kinds[place];
    }
}
