package org.bankfeed.journal.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Says what a person should know or do, from how things stand now; nothing of it is stored. */
final class NoticeBoard {

    /** How long an amount that changed afterwards is told of. */
    private static final Period TOLD = Period.ofDays(90);

    private static final List<Kind> GRAVEST_FIRST = List.of(
            Kind.CONNECTION_BROKEN,
            Kind.AUTHORIZATION_ENDED,
            Kind.ACCOUNT_NOT_SHARED,
            Kind.NO_ACCOUNTS,
            Kind.SILENT,
            Kind.ACCOUNT_DEPRECATED,
            Kind.AMOUNT_CHANGED,
            Kind.UNREADABLE_LINES,
            Kind.AUTHORIZATION_ENDS,
            Kind.READ_ONLY);

    private final UnitOfWork unit;
    private final CompanyId company;
    private final Instant now;
    private final Map<String, LinkRow> links = new HashMap<>();
    private final Map<String, AccountRow> accounts = new HashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    private NoticeBoard(UnitOfWork unit, CompanyId company, Instant now) {
        this.unit = unit;
        this.company = company;
        this.now = now;
    }

    static List<Notice> of(UnitOfWork unit, CompanyId company, Instant now) {
        NoticeBoard board = new NoticeBoard(unit, company, now);
        ConnectionTable.all(unit, company).forEach(link -> board.links.put(link.id(), link));
        AccountTable.all(unit, company).forEach(account -> board.accounts.put(account.id(), account));
        board.links.values().forEach(board::link);
        board.accounts.values().forEach(board::account);
        UnreadableTable.summaries(unit, company).forEach(board::unreadable);
        ChangedAmountTable.all(unit, company).forEach(board::changedAmount);
        board.notices.addAll(Doubts.notices(unit, company, board.accounts));
        board.notices.addAll(CountDifferences.of(unit, company, board.accounts, now));
        return board.sorted();
    }

    private List<Notice> sorted() {
        return notices.stream()
                .sorted(Comparator.comparing(Notice::gravity)
                        .thenComparing(notice -> rank(notice.kind()))
                        .thenComparing(Notice::since)
                        .thenComparing(Notice::sentence))
                .toList();
    }

    private static int rank(Kind kind) {
        int place = GRAVEST_FIRST.indexOf(kind);
        return place < 0 ? GRAVEST_FIRST.size() : place;
    }

    private void link(LinkRow link) {
        Instant noAccounts = link.noAccountsSince();
        if (link.is(State.BROKEN)) {
            add(
                    Kind.CONNECTION_BROKEN,
                    link.connection().since(),
                    LinkSentences.broken(link, labels(link), replacement(link)),
                    link.connection().id(),
                    null);
        } else if (link.is(State.CONNECTED) && noAccounts != null) {
            add(
                    Kind.NO_ACCOUNTS,
                    noAccounts,
                    LinkSentences.noAccounts(link, noAccounts),
                    link.connection().id(),
                    null);
        } else if (link.is(State.CONNECTED)) {
            Silence.ofReading(link, now)
                    .ifPresent(since -> add(
                            Kind.SILENT,
                            since,
                            LinkSentences.notRead(link, since),
                            link.connection().id(),
                            null));
        }
    }

    private List<String> labels(LinkRow link) {
        return accounts.values().stream()
                .filter(account -> account.account().active())
                .filter(account ->
                        link.connection().id().equals(account.account().connection()))
                .map(AccountRow::called)
                .sorted()
                .toList();
    }

    /** Another organization that was connected since this link broke: it replaces nothing. */
    private @Nullable LinkRow replacement(LinkRow broken) {
        return links.values().stream()
                .filter(link -> link.is(State.CONNECTED) && link.feed().equals(broken.feed()))
                .filter(link ->
                        link.connection().since().isAfter(broken.connection().since()))
                .findFirst()
                .orElse(null);
    }

    private void account(AccountRow row) {
        ConnectionId connection = row.account().connection();
        LinkRow link = connection == null ? null : links.get(connection.value());
        if (!row.account().active() || link == null || !link.is(State.CONNECTED) || link.noAccountsSince() != null) {
            return; // what is to be said is said of the link
        }
        String provider = Provider.of(link.feed());
        Instant notShared = row.notSharedSince();
        if (notShared != null) {
            add(
                    Kind.ACCOUNT_NOT_SHARED,
                    notShared,
                    AccountSentences.notShared(row, provider, notShared, recent(row, notShared)),
                    row);
            return;
        }
        Consent.of(row, now)
                .ifPresent(consent -> notices.add(new Notice(
                        consent.kind(),
                        consent.since(),
                        consent.sentence(provider, recent(row, consent.hasEnded() ? consent.since() : now)),
                        connection,
                        row.account().id(),
                        consent.gravity())));
        if (row.availability() == Availability.READ_ONLY) {
            add(Kind.READ_ONLY, row.availabilitySince(), AccountSentences.maintenance(row, provider, now), row);
        } else if (row.availability() == Availability.DEPRECATED) {
            add(Kind.ACCOUNT_DEPRECATED, row.availabilitySince(), AccountSentences.replaced(row, provider), row);
        }
        Silence.ofBank(link, row, now)
                .ifPresent(since ->
                        add(Kind.SILENT, since, AccountSentences.silent(row, provider, since, recent(row, now)), row));
    }

    private RecentLines recent(AccountRow row, Instant until) {
        return RecentLines.until(unit, company, row.id(), LocalDate.ofInstant(until, row.zone()));
    }

    private void unreadable(UnreadableTable.Summary summary) {
        AccountRow row = accounts.get(summary.account());
        if (row != null) {
            add(
                    Kind.UNREADABLE_LINES,
                    summary.since(),
                    (summary.count() == 1 ? "One line" : summary.count() + " lines") + " of account " + row.called()
                            + " could not be read and cannot be matched: " + LinkSentences.stop(summary.why())
                            + (summary.count() == 1 ? " It is" : " They are")
                            + " kept and read again after an update; the operator updates Bankfeed or reports it.",
                    row);
        }
    }

    private void changedAmount(ChangedAmountTable.Changed changed) {
        AccountRow row = accounts.get(changed.account());
        if (row != null
                && changed.since().atZone(row.zone()).plus(TOLD).toInstant().isAfter(now)) {
            TransactionId id = new TransactionId(new AccountId(changed.account()), changed.feedId());
            add(
                    Kind.AMOUNT_CHANGED,
                    changed.since(),
                    "The bank changed the amount of line " + id + " from " + changed.kept() + " to " + changed.now()
                            + " after it had arrived; " + changed.kept()
                            + " was kept. The bookkeeper compares it with the bank's statement.",
                    row);
        }
    }

    private void add(Kind kind, Instant since, String sentence, AccountRow row) {
        add(kind, since, sentence, row.account().connection(), row.account().id());
    }

    private void add(
            Kind kind, Instant since, String sentence, @Nullable ConnectionId connection, @Nullable AccountId account) {
        notices.add(new Notice(kind, since, sentence, connection, account));
    }
}
