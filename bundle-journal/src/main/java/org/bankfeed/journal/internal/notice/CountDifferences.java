package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.ArrivalTable;
import org.bankfeed.journal.internal.table.EventRow;
import org.bankfeed.journal.internal.table.EventTable;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;

/** Says for which accounts the provider told of more new lines than came, as long as some of them are missing. */
public final class CountDifferences {

    /** What is missing of one account, over all its webhooks. */
    private record Missing(Instant since, int lines) {

        Missing and(Missing other) {
            return new Missing(since, lines + other.lines());
        }
    }

    private CountDifferences() {}

    public static List<Notice> of(UnitOfWork unit, CompanyId company, Map<String, AccountRow> accounts, Instant now) {
        Map<String, Missing> byAccount = new LinkedHashMap<>();
        for (EventRow event : EventTable.tooFew(unit, company, now.minus(ArrivalTable.KEPT))) {
            AliasTable.ofFeedAccount(unit, company, event.feed(), String.valueOf(event.feedAccount()))
                    .ifPresent(alias -> byAccount.merge(
                            alias.account(), new Missing(event.madeAt(), event.missing()), Missing::and));
        }
        List<Notice> notices = new ArrayList<>();
        byAccount.forEach((id, missing) -> {
            AccountRow row = accounts.get(id);
            if (row != null && row.account().active()) {
                notices.add(notice(row, missing));
            }
        });
        return notices;
    }

    private static Notice notice(AccountRow row, Missing missing) {
        Sentence said = Sentence.of(SentenceCode.LINES_MISSING, Words.name(row), new Count(missing.lines()));
        return new Notice(
                Kind.COUNT_DIFFERS,
                missing.since(),
                List.of(said),
                row.account().connection(),
                row.account().id());
    }
}
