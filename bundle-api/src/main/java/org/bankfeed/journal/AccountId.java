package org.bankfeed.journal;

/**
 * The journal's own id of a bank account: the same for ever, whatever ids the provider gives it.
 *
 * @param value 1 to 40 characters
 */
public record AccountId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
