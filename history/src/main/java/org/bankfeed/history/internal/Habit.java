package org.bankfeed.history.internal;

/** How a payer usually fills in the remittance field. */
enum Habit {
    /** The reference, in the field that banks check. */
    STRUCTURED(Line.Kind.STRUCTURED),
    /** The reference, typed among words. */
    STRUCTURED_IN_TEXT(Line.Kind.STRUCTURED_IN_TEXT),
    /** The number as it is printed. */
    NUMBER(Line.Kind.NUMBER),
    /** The number with other signs, or none, between its parts. */
    NUMBER_DEFORMED(Line.Kind.NUMBER_DEFORMED),
    /** The last digits only. */
    NUMBER_SHORT(Line.Kind.NUMBER_SHORT),
    /** Words that name no document. */
    VAGUE(Line.Kind.VAGUE),
    /** Nothing at all. */
    SILENT(Line.Kind.SILENT);

    private final Line.Kind kind;

    Habit(Line.Kind kind) {
        this.kind = kind;
    }

    Line.Kind kind() {
        return kind;
    }

    boolean usesTheReference() {
        return this == STRUCTURED || this == STRUCTURED_IN_TEXT;
    }

    static Habit drawn(Chance chance) {
        int lot = chance.between(1, 100);
        if (lot <= 50) {
            return STRUCTURED;
        } else if (lot <= 60) {
            return STRUCTURED_IN_TEXT;
        } else if (lot <= 77) {
            return NUMBER;
        } else if (lot <= 88) {
            return NUMBER_DEFORMED;
        } else if (lot <= 93) {
            return NUMBER_SHORT;
        }
        return lot <= 97 ? VAGUE : SILENT;
    }
}
