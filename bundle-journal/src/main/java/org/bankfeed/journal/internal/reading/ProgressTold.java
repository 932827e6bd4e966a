package org.bankfeed.journal.internal.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncProgress.Step;
import org.bankfeed.journal.internal.table.AccountRow;
import org.jspecify.annotations.Nullable;

/** Tells who waits how far it is; each step of an account once. */
public final class ProgressTold {

    private final Consumer<SyncProgress> to;
    private final Set<String> wanted;
    private final Set<String> done = new HashSet<>();
    private @Nullable AccountRow current;
    private @Nullable Step step;

    public ProgressTold(Consumer<SyncProgress> to, List<AccountRow> wanted) {
        this.to = to;
        this.wanted = wanted.stream().map(AccountRow::id).collect(Collectors.toSet());
    }

    public void of(AccountRow account, Step now) {
        boolean again = current != null && current.id().equals(account.id()) && step == now;
        if (wanted.contains(account.id()) && !again) {
            current = account;
            step = now;
            to.accept(
                    new SyncProgress(account.account().id(), now, done.size(), wanted.size(), sentence(account, now)));
        }
    }

    /** Nothing more is to be done for that account. */
    public void done(AccountRow account) {
        if (wanted.contains(account.id())) {
            done.add(account.id());
        }
    }

    private static String sentence(AccountRow account, Step step) {
        String institution = account.account().institution();
        String bank = institution == null ? "the bank" : institution;
        return switch (step) {
            case DETAILS -> "Asking " + bank + " for the balance of " + account.called();
            case TRANSACTIONS -> "Asking " + bank + " for new transactions of " + account.called();
            case READING -> "Reading what came for " + account.called();
        };
    }
}
