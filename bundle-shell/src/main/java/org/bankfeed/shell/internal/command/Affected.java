package org.bankfeed.shell.internal.command;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Notice;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** What a notice affects: its accounts, and the open sales invoices that may be paid there while no lines come. */
final class Affected {

    private final Map<AccountId, Account> accounts;
    private final @Nullable PaymentMatching matching;
    private final Caller caller;
    private final Map<Set<Currency>, OpenSales> counted = new HashMap<>();

    /** @param matching knows the invoices; without it they are left out */
    Affected(List<Account> accounts, @Nullable PaymentMatching matching, Caller caller) {
        this.accounts = accounts.stream().collect(Collectors.toMap(Account::id, account -> account));
        this.matching = matching;
        this.caller = caller;
    }

    String words(Notice notice) {
        String labels =
                of(notice).stream().map(account -> Masking.of(account.label())).collect(Collectors.joining(", "));
        OpenSales waiting = waiting(notice);
        if (waiting == null || waiting.invoices() == 0) {
            return labels.isEmpty() ? "-" : labels;
        }
        return labels + "; " + waiting.invoices() + " open sales " + (waiting.invoices() == 1 ? "invoice" : "invoices")
                + ", " + waiting.overdue() + " overdue"
                + (waiting.overdue() == 0
                        ? ""
                        : waiting.overdue() == 1 ? ": hold its reminder" : ": hold their reminders");
    }

    @Nullable
    Map<String, @Nullable Object> json(Notice notice) {
        OpenSales waiting = waiting(notice);
        return waiting == null
                ? null
                : new Json.Fields()
                        .put("invoices", waiting.invoices())
                        .put("overdue", waiting.overdue())
                        .put(
                                "outstanding",
                                waiting.outstanding().stream()
                                        .map(Affected::json)
                                        .toList())
                        .map();
    }

    private static Map<String, @Nullable Object> json(Money money) {
        return new Json.Fields()
                .put("amount", money.decimal())
                .put("currency", money.currency().getCurrencyCode())
                .map();
    }

    private List<Account> of(Notice notice) {
        return notice.affected().stream()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable OpenSales waiting(Notice notice) {
        PaymentMatching engine = matching;
        return engine == null || !notice.stopsLines()
                ? null
                : counted.computeIfAbsent(
                        of(notice).stream().map(Account::currency).collect(Collectors.toSet()),
                        currencies -> engine.openSales(caller, currencies));
    }
}
