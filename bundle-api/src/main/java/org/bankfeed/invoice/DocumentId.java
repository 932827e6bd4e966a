package org.bankfeed.invoice;

/**
 * The host's id of an invoice or credit note.
 *
 * @param value 1 to 60 characters
 */
public record DocumentId(String value) implements Comparable<DocumentId> {

    public DocumentId {
        if (value.isBlank() || value.length() > 60) {
            throw new IllegalArgumentException("a document id has 1 to 60 characters");
        }
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
