package org.bankfeed.journal.internal.reading;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncProgress.Step;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.SyncReceipt.AccountPart;
import org.bankfeed.journal.internal.link.Linking;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.value.InternetAddress;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/**
 * Has the banks asked for a person who waits, then reads. What came from quick banks is read before slow ones are waited
 * for, and nobody waits longer than some minutes.
 */
public final class OrderedSynchronization {

    private static final Duration QUICK = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Ordering.Means means;
    private final Synchronization synchronization;

    public OrderedSynchronization(Ordering.Means means, Synchronization synchronization) {
        this.means = means;
        this.synchronization = synchronization;
    }

    public SyncReceipt run(Caller caller, Set<AccountId> wanted, InetAddress person, Consumer<SyncProgress> progress)
            throws JournalException {
        InternetAddress address = InternetAddress.of(person);
        if (!address.isPublic()) {
            throw new JournalException(
                    Reason.NOT_POSSIBLE, Sentence.of(SentenceCode.ADDRESS_NOT_PUBLIC, new Name(address.toString())));
        }
        List<AccountRow> accounts = accounts(caller, wanted);
        ProgressTold told = new ProgressTold(progress, accounts);
        Ordering ordering = new Ordering(means, caller, told);
        ordering.begin(accounts, address);
        boolean allAnswered = ordering.await(QUICK);
        SyncReceipt receipt = read(caller, ordering, told);
        if (!allAnswered) {
            ordering.await(PATIENCE.minus(QUICK));
            receipt = joined(receipt, read(caller, ordering, told));
            ordering.leave();
        }
        return with(ordering.problems(), receipt);
    }

    private List<AccountRow> accounts(Caller caller, Set<AccountId> wanted) throws JournalException {
        List<AccountRow> all = means.stage().inTransaction(unit -> AccountTable.all(unit, caller.company()));
        if (wanted.isEmpty()) {
            return all.stream()
                    .filter(row -> row.account().active() && row.account().connection() != null)
                    .toList();
        }
        for (AccountId id : wanted) {
            if (all.stream().noneMatch(row -> row.account().id().equals(id))) {
                throw Linking.noAccount(id);
            }
        }
        return all.stream().filter(row -> wanted.contains(row.account().id())).toList();
    }

    private SyncReceipt read(Caller caller, Ordering ordering, ProgressTold told) {
        List<AccountRow> begun = new ArrayList<>();
        SyncReceipt receipt = synchronization.run(caller, account -> {
            begun.forEach(told::done);
            begun.clear();
            told.of(account, Step.READING);
            if (!ordering.isRunning(account)) {
                begun.add(account);
            }
        });
        begun.forEach(told::done);
        return receipt;
    }

    private static SyncReceipt joined(SyncReceipt first, SyncReceipt second) {
        Map<AccountId, AccountPart> parts = new LinkedHashMap<>();
        Stream.concat(first.accounts().stream(), second.accounts().stream())
                .forEach(part -> parts.merge(part.account(), part, OrderedSynchronization::joined));
        List<Sentence> problems = Stream.concat(first.problems().stream(), second.problems().stream())
                .distinct()
                .toList();
        return new SyncReceipt(List.copyOf(parts.values()), problems);
    }

    private static AccountPart joined(AccountPart first, AccountPart second) {
        return new AccountPart(
                first.account(),
                first.added() + second.added(),
                first.changed() + second.changed(),
                first.unreadable() + second.unreadable(),
                second.complete(),
                second.problem());
    }

    /** What went wrong while reading weighs more than why the bank was not asked. */
    private static SyncReceipt with(Map<String, Sentence> problems, SyncReceipt receipt) {
        Map<AccountId, AccountPart> parts = new LinkedHashMap<>();
        receipt.accounts().forEach(part -> parts.put(part.account(), part));
        problems.forEach((id, why) -> parts.merge(
                new AccountId(id),
                new AccountPart(new AccountId(id), 0, 0, 0, false, why),
                (read, not) -> new AccountPart(
                        read.account(),
                        read.added(),
                        read.changed(),
                        read.unreadable(),
                        read.complete(),
                        Objects.requireNonNullElse(read.problem(), why))));
        return new SyncReceipt(List.copyOf(parts.values()), receipt.problems());
    }
}
