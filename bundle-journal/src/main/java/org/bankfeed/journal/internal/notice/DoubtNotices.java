package org.bankfeed.journal.internal.notice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.DoubtTable;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;

/** What is to be said of lines that wait for a person to say whether they are known. */
public final class DoubtNotices {

    private DoubtNotices() {}

    public static List<Notice> of(UnitOfWork unit, CompanyId company, Map<String, AccountRow> accounts) {
        return DoubtTable.summaries(unit, company).stream()
                .filter(summary -> accounts.containsKey(summary.account()))
                .map(summary -> notice(Objects.requireNonNull(accounts.get(summary.account())), summary))
                .toList();
    }

    private static Notice notice(AccountRow row, DoubtTable.Summary summary) {
        Sentence said = Sentence.of(SentenceCode.LINES_DOUBTFUL, new Count(summary.count()), Words.name(row));
        return new Notice(
                Kind.DOUBTFUL_LINES,
                summary.since(),
                List.of(said),
                row.account().connection(),
                row.account().id());
    }
}
