package org.bankfeed.journal.internal.notice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.DoubtTable;
import org.bankfeed.store.UnitOfWork;

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
        boolean one = summary.count() == 1;
        return new Notice(
                Kind.DOUBTFUL_LINES,
                summary.since(),
                (one ? "One line" : summary.count() + " lines") + " of account " + row.called()
                        + " may be known already: since the account returned under another id, "
                        + (one ? "it is" : "they are") + " like a line of before in day and amount, and not in text. "
                        + (one ? "It waits and pays" : "They wait and pay")
                        + " nothing until somebody says whether " + (one ? "it is" : "each is")
                        + " new or the same.",
                row.account().connection(),
                row.account().id());
    }
}
