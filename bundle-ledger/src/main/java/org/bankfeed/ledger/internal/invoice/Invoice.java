package org.bankfeed.ledger.internal.invoice;

import java.time.LocalDate;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** What an entry needs of a document whose row it holds locked. */
public record Invoice(
        DocumentId id,
        InvoiceType type,
        InvoiceStatus status,
        String number,
        String party,
        Money total,
        Money outstanding,
        LocalDate issueDate,
        @Nullable String paymentReference) {

    /** The document in a sentence: {@code invoice 2026-114}. */
    public String named() {
        return type.noun() + " " + number;
    }

    /** The same for a sentence of any language. */
    public Argument.Document said() {
        return new Argument.Document(number, type.type() == Type.CREDIT_NOTE);
    }
}
