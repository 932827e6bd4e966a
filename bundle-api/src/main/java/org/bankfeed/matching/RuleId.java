package org.bankfeed.matching;

/** Names a rule within its company; short, for people to type. */
public record RuleId(String value) {

    public RuleId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a rule's id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
