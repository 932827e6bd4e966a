package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.ChangedAmountTable;
import org.bankfeed.journal.internal.table.UnreadableTable;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;

/** Says what a person should know or do, from how things stand now; nothing of it is stored. */
public final class NoticeBoard {

    private static final List<Kind> GRAVEST_FIRST = List.of(
            Kind.CONNECTION_BROKEN,
            Kind.REVOKED,
            Kind.BLOCKED,
            Kind.FEED_FAULT,
            Kind.AUTHORIZATION_ENDED,
            Kind.ACCOUNT_NOT_SHARED,
            Kind.NO_ACCOUNTS,
            Kind.ACCOUNT_UNREADABLE,
            Kind.OTHER_ORGANIZATION,
            Kind.LINKED_TWICE,
            Kind.ONBOARDING_INCOMPLETE,
            Kind.SILENT,
            Kind.ACCOUNT_DEPRECATED,
            Kind.BANK_FAILS,
            Kind.DOUBTFUL_LINES,
            Kind.COUNT_DIFFERS,
            Kind.AMOUNT_CHANGED,
            Kind.UNREADABLE_LINES,
            Kind.CERTIFICATE_ENDS,
            Kind.AUTHORIZATION_ENDS,
            Kind.READ_ONLY);

    private final Map<String, AccountRow> accounts;
    private final Instant now;
    private final List<Notice> notices = new ArrayList<>();

    private NoticeBoard(Map<String, AccountRow> accounts, Instant now) {
        this.accounts = accounts;
        this.now = now;
    }

    public static List<Notice> of(Standing standing) {
        UnitOfWork unit = standing.unit();
        CompanyId company = standing.company();
        NoticeBoard board = new NoticeBoard(standing.accounts(), standing.now());
        board.notices.addAll(LinkNotices.of(standing));
        board.notices.addAll(CertificateNotices.of(standing));
        board.notices.addAll(AccountNotices.of(standing));
        board.notices.addAll(UnreadableAccounts.notices(unit, company, standing.links()));
        UnreadableTable.summaries(unit, company).forEach(board::unreadable);
        board.changedAmounts(ChangedAmountTable.all(unit, company));
        board.notices.addAll(SharedTwice.notices(unit, company, standing.links(), board.accounts));
        board.notices.addAll(DoubtNotices.of(unit, company, board.accounts));
        board.notices.addAll(CountDifferences.of(unit, company, board.accounts, board.now));
        return board.sorted();
    }

    private List<Notice> sorted() {
        return notices.stream()
                .sorted(Comparator.comparing(Notice::gravity)
                        .thenComparing(notice -> rank(notice.kind()))
                        .thenComparing(Notice::since)
                        .thenComparing(notice -> notice.sentence(Locale.ENGLISH)))
                .toList();
    }

    private static int rank(Kind kind) {
        int place = GRAVEST_FIRST.indexOf(kind);
        return place < 0 ? GRAVEST_FIRST.size() : place;
    }

    private void unreadable(UnreadableTable.Summary summary) {
        AccountRow row = accounts.get(summary.account());
        if (row != null) {
            Sentence said = Sentence.of(
                    SentenceCode.LINES_UNREADABLE, new Count(summary.count()), Words.name(row), summary.why());
            add(Kind.UNREADABLE_LINES, summary.since(), said, row);
        }
    }

    private void changedAmounts(List<ChangedAmountTable.Changed> all) {
        Map<String, List<ChangedAmountTable.Changed>> waiting = all.stream()
                .filter(changed -> changed.settledAt() == null)
                .collect(Collectors.groupingBy(
                        ChangedAmountTable.Changed::account, LinkedHashMap::new, Collectors.toList()));
        waiting.forEach((account, changed) -> {
            AccountRow row = accounts.get(account);
            if (row != null) {
                add(Kind.AMOUNT_CHANGED, changed.get(0).since(), changedAmounts(row, changed), row);
            }
        });
    }

    private static Sentence changedAmounts(AccountRow row, List<ChangedAmountTable.Changed> changed) {
        ChangedAmountTable.Changed first = changed.get(0);
        return changed.size() == 1
                ? Sentence.of(
                        SentenceCode.AMOUNT_CHANGED,
                        Words.name(row),
                        new Amount(first.kept()),
                        new Amount(first.told()))
                : Sentence.of(SentenceCode.AMOUNTS_CHANGED, new Count(changed.size()), Words.name(row));
    }

    private void add(Kind kind, Instant since, Sentence said, AccountRow row) {
        notices.add(new Notice(
                kind,
                since,
                List.of(said),
                row.account().connection(),
                row.account().id()));
    }
}
