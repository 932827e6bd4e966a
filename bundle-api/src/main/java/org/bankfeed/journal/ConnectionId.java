package org.bankfeed.journal;

/**
 * The journal's own id of a link to a provider.
 *
 * @param value 1 to 40 characters
 */
public record ConnectionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
