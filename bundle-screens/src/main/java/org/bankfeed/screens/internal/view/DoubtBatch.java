package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.DoubtfulLine;

/**
 * The lines of an account that wait, to be decided at once.
 *
 * @param account its id
 * @param label what people call it
 * @param lines how many wait
 * @param clear of how many of them it can be said that they are the same: each may be one known line only
 */
public record DoubtBatch(String account, String label, int lines, int clear) {

    /** One for each account of which several lines wait. */
    public static List<DoubtBatch> of(List<DoubtfulLine> waiting, List<Account> accounts) {
        Map<AccountId, List<DoubtfulLine>> byAccount = new LinkedHashMap<>();
        waiting.forEach(line -> byAccount
                .computeIfAbsent(line.line().id().account(), id -> new ArrayList<>())
                .add(line));
        return accounts.stream()
                .filter(account ->
                        byAccount.getOrDefault(account.id(), List.of()).size() > 1)
                .map(account -> of(account, byAccount.getOrDefault(account.id(), List.of())))
                .toList();
    }

    private static DoubtBatch of(Account account, List<DoubtfulLine> lines) {
        return new DoubtBatch(
                account.id().value(),
                account.label(),
                lines.size(),
                DoubtfulLine.clear(lines).size());
    }
}
