package org.bankfeed.matching.internal.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.history.HistoryRetention;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.bankfeed.matching.internal.backtest.Terms;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** A document as a history tells it. */
final class OwnDocument {

    private OwnDocument() {}

    static HistoryInvoice of(ItemTable.Kept kept) {
        OpenItem item = kept.item();
        String currency = item.total().currency().getCurrencyCode();
        BigDecimal total = item.total().amount();
        // what was open without our lines; the books may have raised the document since
        BigDecimal open = Terms.major(Math.max(0, kept.base()), currency).min(total);
        return new HistoryInvoice(
                item.id().value(),
                HistoryInvoice.Direction.valueOf(item.direction().name()),
                HistoryInvoice.Type.valueOf(item.type().name()),
                item.number(),
                new HistoryParty(
                        item.party().id(),
                        item.party().name(),
                        item.party().accounts().stream()
                                .map(AccountReference::value)
                                .toList()),
                currency,
                total,
                open,
                item.issueDate(),
                item.dueDate(),
                item.paymentReference(),
                discount(item),
                item.retentions().stream().map(OwnDocument::retention).toList());
    }

    private static HistoryRetention retention(Retention held) {
        return new HistoryRetention(
                HistoryRetention.Kind.valueOf(held.kind().name()), held.amount().amount(), held.dueDate());
    }

    private static @Nullable HistoryDiscount discount(OpenItem item) {
        Discount discount = item.discount();
        if (discount == null) {
            return null;
        }
        BigDecimal total = item.total().amount();
        BigDecimal amount = discount.amount().amount();
        BigDecimal percent =
                total.signum() == 0 ? BigDecimal.ZERO : amount.movePointRight(2).divide(total, 2, RoundingMode.HALF_UP);
        return new HistoryDiscount(percent, discount.lastDay(), amount);
    }
}
