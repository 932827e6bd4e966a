package org.bankfeed.journal.internal.table;

import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;

/** The lines that a person said to be the same as another: apart from the others, and as they came. */
public final class SameLineTable {

    private static final String KEPT = "company, account, feed_id, alias, raw, " + LineColumns.READ
            + ", arrived_at, arrival, bank_order, shown_date, content, search_text";

    private static final String OF_LINE = " WHERE company = ? AND account = ? AND feed_id = ?";

    private SameLineTable() {}

    /** The line becomes one more id of the known one, and so does every id that it had itself. */
    public static void put(UnitOfWork unit, CompanyId company, DoubtTable.Doubt doubt, String known, String content) {
        unit.update(
                "INSERT INTO same_line (" + KEPT + ") SELECT " + KEPT + " FROM line" + OF_LINE,
                company.value(),
                doubt.account(),
                doubt.feedId());
        LineTable.remove(unit, company, doubt.account(), doubt.feedId());
        unit.update(
                "UPDATE line_alias SET line = ?, said_of = ? WHERE company = ? AND account = ? AND line = ?",
                known,
                doubt.feedId(),
                company.value(),
                doubt.account(),
                doubt.feedId());
        unit.update(
                "INSERT INTO line_alias (company, account, alias, feed_id, line, content, said_of)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                company.value(),
                doubt.account(),
                doubt.alias(),
                doubt.feedId(),
                known,
                content,
                doubt.feedId());
    }

    /** The line is one of its own again, with the ids that it had. */
    public static void takeBack(UnitOfWork unit, CompanyId company, DoubtTable.Doubt doubt) {
        unit.update(
                "INSERT INTO line (" + KEPT + ", state, problem, logged) SELECT " + KEPT
                        + ", 'DOUBTFUL', NULL, FALSE FROM same_line" + OF_LINE,
                company.value(),
                doubt.account(),
                doubt.feedId());
        unit.update("DELETE FROM same_line" + OF_LINE, company.value(), doubt.account(), doubt.feedId());
        unit.update(
                "DELETE FROM line_alias" + OF_LINE + " AND alias = ? AND said_of = ?",
                company.value(),
                doubt.account(),
                doubt.feedId(),
                doubt.alias(),
                doubt.feedId());
        unit.update(
                "UPDATE line_alias SET line = said_of, said_of = NULL WHERE company = ? AND account = ?"
                        + " AND said_of = ?",
                company.value(),
                doubt.account(),
                doubt.feedId());
    }
}
