package org.bankfeed.journal.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Days before a consent ends on which it is said again. */
    private static final int[] WARNINGS = {0, 1, 7, 14, 30};

    /** How long an amount that changed afterwards is told of. */
    private static final Period TOLD = Period.ofDays(90);

    private static final List<Kind> GRAVEST_FIRST = List.of(
            Kind.CONNECTION_BROKEN,
            Kind.AUTHORIZATION_ENDED,
            Kind.ACCOUNT_NOT_SHARED,
            Kind.NO_ACCOUNTS,
            Kind.ACCOUNT_DEPRECATED,
            Kind.AMOUNT_CHANGED,
            Kind.UNREADABLE_LINES,
            Kind.AUTHORIZATION_ENDS,
            Kind.READ_ONLY);

    private final Instant now;
    private final Map<String, LinkRow> links = new HashMap<>();
    private final Map<String, AccountRow> accounts = new HashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    private NoticeBoard(Instant now) {
        this.now = now;
    }

    static List<Notice> of(UnitOfWork unit, CompanyId company, Instant now) {
        NoticeBoard board = new NoticeBoard(now);
        ConnectionTable.all(unit, company).forEach(link -> board.links.put(link.id(), link));
        AccountTable.all(unit, company).forEach(account -> board.accounts.put(account.id(), account));
        board.links.values().forEach(board::link);
        board.accounts.values().forEach(board::account);
        UnreadableTable.summaries(unit, company).forEach(board::unreadable);
        ChangedAmountTable.all(unit, company).forEach(board::changedAmount);
        return board.sorted();
    }

    private List<Notice> sorted() {
        return notices.stream()
                .sorted(Comparator.comparingInt((Notice notice) -> rank(notice.kind()))
                        .thenComparing(Notice::since)
                        .thenComparing(Notice::sentence))
                .toList();
    }

    private static int rank(Kind kind) {
        int place = GRAVEST_FIRST.indexOf(kind);
        return place < 0 ? GRAVEST_FIRST.size() : place;
    }

    private void link(LinkRow link) {
        if (link.is(State.BROKEN)) {
            String problem = link.connection().problem();
            add(
                    Kind.CONNECTION_BROKEN,
                    link.connection().since(),
                    "There is a problem with the connection to " + link.called() + ". "
                            + (problem == null ? "" : problem + (problem.endsWith(".") ? " " : ". "))
                            + affected(link) + " An administrator mends it with Reconnect (bank:connect " + link.feed()
                            + ").",
                    link.connection().id(),
                    null);
        }
        Instant noAccounts = link.noAccountsSince();
        if (link.is(State.CONNECTED) && noAccounts != null) {
            add(
                    Kind.NO_ACCOUNTS,
                    noAccounts,
                    link.called() + " is connected, but no bank account is shared, so payments cannot be checked."
                            + " The user at the provider mends it with Choose accounts.",
                    link.connection().id(),
                    null);
        }
    }

    private String affected(LinkRow link) {
        String labels = accounts.values().stream()
                .filter(account -> account.account().active())
                .filter(account ->
                        link.connection().id().equals(account.account().connection()))
                .map(NoticeBoard::called)
                .sorted()
                .collect(Collectors.joining(", "));
        return labels.isEmpty()
                ? "No transactions arrive."
                : "No transactions of " + labels + " arrive, and invoices paid there stay open until then.";
    }

    private void account(AccountRow row) {
        ConnectionId connection = row.account().connection();
        LinkRow link = connection == null ? null : links.get(connection.value());
        if (!row.account().active() || link == null || !link.is(State.CONNECTED) || link.noAccountsSince() != null) {
            return; // what is to be said is said of the link
        }
        Instant notShared = row.notSharedSince();
        if (notShared != null) {
            add(
                    Kind.ACCOUNT_NOT_SHARED,
                    notShared,
                    "The account " + called(row) + " is no longer shared by the provider; its transactions stopped."
                            + " The user at the provider mends it with Choose accounts.",
                    row);
            return;
        }
        authorization(row);
        availability(row);
    }

    private void authorization(AccountRow row) {
        Instant ends = row.account().authorizationEnds();
        if (ends == null) {
            return;
        }
        LocalDate lastDay = LocalDate.ofInstant(ends, row.zone());
        if (!now.isBefore(ends)) {
            add(
                    Kind.AUTHORIZATION_ENDED,
                    ends,
                    "The provider has no longer access to account " + called(row)
                            + ": the consent at the bank ended on "
                            + lastDay + " and its transactions stopped. The account holder mends it with Renew at the"
                            + " bank.",
                    row);
            return;
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, row.zone()), lastDay);
        IntStream.of(WARNINGS).filter(warning -> days <= warning).findFirst().ifPresent(warning -> {
            Instant since = lastDay.minusDays(warning).atStartOfDay(row.zone()).toInstant();
            add(
                    Kind.AUTHORIZATION_ENDS,
                    since,
                    "The consent at the bank for account " + called(row) + " ends "
                            + (days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days, on " + lastDay)
                            + "; then its transactions stop. The account holder prevents it with Renew at the bank.",
                    row);
        });
    }

    private void availability(AccountRow row) {
        if (row.availability() == Availability.READ_ONLY) {
            add(
                    Kind.READ_ONLY,
                    row.availabilitySince(),
                    "The bank of account " + called(row) + " is under maintenance: nothing new arrives until the bank"
                            + " is back, and there is nothing to do.",
                    row);
        } else if (row.availability() == Availability.DEPRECATED) {
            add(
                    Kind.ACCOUNT_DEPRECATED,
                    row.availabilitySince(),
                    "The provider replaced its connection to the bank of account " + called(row)
                            + ". The account holder adds the account anew at the provider; its transactions stay.",
                    row);
        }
    }

    private void unreadable(UnreadableTable.Summary summary) {
        AccountRow row = accounts.get(summary.account());
        if (row != null) {
            add(
                    Kind.UNREADABLE_LINES,
                    summary.since(),
                    (summary.count() == 1 ? "One line" : summary.count() + " lines") + " of account " + called(row)
                            + " could not be read and cannot be matched: " + stop(summary.why())
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

    private static String stop(String sentence) {
        return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String called(AccountRow row) {
        String number = row.account().reference().masked();
        String bankSays = row.description() == null ? row.account().institution() : row.description();
        String label = row.ownLabel() == null ? bankSays : row.ownLabel();
        return label == null ? number : label + " (" + number + ")";
    }

    private void add(Kind kind, Instant since, String sentence, AccountRow row) {
        add(kind, since, sentence, row.account().connection(), row.account().id());
    }

    private void add(
            Kind kind, Instant since, String sentence, @Nullable ConnectionId connection, @Nullable AccountId account) {
        notices.add(new Notice(kind, since, sentence, connection, account));
    }
}
