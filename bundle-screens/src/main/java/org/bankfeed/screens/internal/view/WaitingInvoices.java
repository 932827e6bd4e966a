package org.bankfeed.screens.internal.view;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.journal.Account;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * The sales invoices whose money may come to an account that is not seen. No invoice belongs to an account, so all of the
 * account's currency count. They are counted once, and only if somebody wants to know.
 */
public final class WaitingInvoices {

    private final Function<Set<Currency>, OpenSales> counting;
    private final Map<Set<Currency>, OpenSales> counted = new HashMap<>();

    public WaitingInvoices(Function<Set<Currency>, OpenSales> counting) {
        this.counting = counting;
    }

    /** What waits for these accounts, and which reminders that holds; {@code null} if nothing does. */
    @Nullable
    Message sentence(Collection<Account> accounts) {
        Set<Currency> currencies = accounts.stream().map(Account::currency).collect(Collectors.toSet());
        if (currencies.isEmpty()) {
            return null;
        }
        OpenSales open = counted.computeIfAbsent(currencies, counting);
        return open.invoices() == 0
                ? null
                : Message.all(
                        Message.of("notice.waiting", open.invoices(), sums(open)),
                        Message.of("notice.waiting.overdue", open.overdue()));
    }

    private static Message sums(OpenSales open) {
        return open.outstanding().stream()
                .map(Message::all)
                .reduce((first, second) -> Message.of("word.and", first, second))
                .orElse(Message.all());
    }
}
