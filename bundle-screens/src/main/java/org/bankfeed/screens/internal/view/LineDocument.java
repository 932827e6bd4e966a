package org.bankfeed.screens.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.InvoiceView;
import org.jspecify.annotations.Nullable;

/**
 * A document that a line speaks of.
 *
 * @param number as printed on it, or its id if the document is not known (any more)
 * @param href its page, after the base
 * @param party the other side, or empty
 * @param credit whether it is a credit note
 */
public record LineDocument(String number, String href, String party, boolean credit) {

    public static LineDocument of(DocumentId id, @Nullable InvoiceView view) {
        String href = "/invoices/invoice?id=" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
        return view == null
                ? new LineDocument(id.value(), href, "", false)
                : new LineDocument(
                        view.item().number(),
                        href,
                        view.item().party().name(),
                        view.item().type() == OpenItem.Type.CREDIT_NOTE);
    }
}
