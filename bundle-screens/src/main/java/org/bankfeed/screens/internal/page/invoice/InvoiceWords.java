package org.bankfeed.screens.internal.page.invoice;

import org.bankfeed.invoice.OpenItem;
import org.bankfeed.screens.internal.words.Message;

/** How the invoices' pages call things. */
final class InvoiceWords {

    static final Message NOT_HERE = Message.of("invoices.not-here");

    private InvoiceWords() {}

    static Message named(OpenItem item) {
        return Message.of(
                item.type() == OpenItem.Type.CREDIT_NOTE ? "word.credit-note.named" : "word.invoice.named",
                item.number());
    }
}
