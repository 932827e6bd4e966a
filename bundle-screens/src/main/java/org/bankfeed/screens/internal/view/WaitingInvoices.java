package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.Account;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The sales invoices whose money may come to an account that is not seen. No invoice belongs to an account, so all of the
 * account's currency count. They are asked for once, and only if somebody wants to know.
 */
public final class WaitingInvoices {

    private final Supplier<Open> asked;
    private @Nullable Open open;

    /**
     * Open sales invoices.
     *
     * @param items what is outstanding
     * @param all whether there are no more of them
     */
    public record Open(List<OpenItem> items, boolean all) {}

    public WaitingInvoices(Supplier<Open> asked) {
        this.asked = asked;
    }

    /** How those stand that are to be asked for. */
    public static Set<InvoiceView.Standing> standings() {
        return Set.of(InvoiceView.Standing.OPEN, InvoiceView.Standing.PARTLY_PAID, InvoiceView.Standing.ON_ITS_WAY);
    }

    /** What waits for these accounts, and what that means for reminders; {@code null} if nothing does. */
    @Nullable
    String sentence(Collection<Account> accounts) {
        Set<Currency> currencies = accounts.stream().map(Account::currency).collect(Collectors.toSet());
        List<Money> outstanding = new ArrayList<>();
        Open now = currencies.isEmpty() ? new Open(List.of(), true) : open();
        now.items().stream()
                .filter(item -> item.type() == OpenItem.Type.INVOICE)
                .map(OpenItem::outstanding)
                .filter(money -> currencies.contains(money.currency()) && money.signum() > 0)
                .forEach(outstanding::add);
        if (outstanding.isEmpty()) {
            return null;
        }
        String number = Words.counted(outstanding.size(), "open sales invoice") + (now.all() ? "" : " and more");
        return number + ", " + sums(outstanding) + " in all, may be paid there without our seeing it."
                + " Send no reminder for " + (outstanding.size() == 1 ? "it" : "them") + " until it is mended.";
    }

    private static String sums(List<Money> outstanding) {
        Map<String, Money> sums = new TreeMap<>();
        outstanding.forEach(money -> sums.merge(money.currency().getCurrencyCode(), money, Money::plus));
        return sums.values().stream().map(Format::plain).collect(Collectors.joining(" and "));
    }

    private Open open() {
        Open known = open;
        if (known == null) {
            known = asked.get();
            open = known;
        }
        return known;
    }
}
