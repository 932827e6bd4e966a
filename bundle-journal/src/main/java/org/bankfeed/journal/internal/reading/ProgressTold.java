package org.bankfeed.journal.internal.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncProgress.Step;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
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

    private static Sentence sentence(AccountRow account, Step step) {
        Name called = new Name(account.called());
        return switch (step) {
            case DETAILS -> asks(account, SentenceCode.ASKS_FOR_BALANCE, SentenceCode.ASKS_BANK_FOR_BALANCE, called);
            case TRANSACTIONS -> asks(account, SentenceCode.ASKS_FOR_LINES, SentenceCode.ASKS_BANK_FOR_LINES, called);
            case READING -> Sentence.of(SentenceCode.READS_WHAT_CAME, called);
        };
    }

    private static Sentence asks(AccountRow account, SentenceCode byName, SentenceCode bank, Name called) {
        String institution = account.account().institution();
        return institution == null ? Sentence.of(bank, called) : Sentence.of(byName, new Name(institution), called);
    }
}
