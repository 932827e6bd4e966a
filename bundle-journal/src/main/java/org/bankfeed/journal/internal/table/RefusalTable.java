package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.Refusal.Kind;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;

/** Counts bad input: one row for a company and a kind, however much comes. */
public final class RefusalTable {

    /** Whose those are that came by the webhook door. */
    public static final String NOBODY = "";

    private static final String COUNT = "UPDATE refusal SET refused = refused + ?, last_at = ?, last_sentence = ?"
            + " WHERE company = ? AND kind = ?";

    private RefusalTable() {}

    public static void count(UnitOfWork unit, String company, Kind kind, long times, Sentence sentence, Instant now) {
        unit.update(
                "INSERT INTO refusal (company, kind, refused, last_at, last_sentence) VALUES (?, ?, 0, ?, '')"
                        + " ON CONFLICT DO NOTHING",
                company,
                kind,
                now);
        unit.update(COUNT, times, now, Texts.kept(sentence, 1000), company, kind);
    }

    /** The company's own, and those that are nobody's; by kind. */
    public static List<Refusal> of(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT kind, refused, last_at, last_sentence FROM refusal WHERE company IN (?, ?) ORDER BY kind",
                row -> new Refusal(
                        Kind.valueOf(row.text("kind")),
                        row.number("refused"),
                        row.instant("last_at"),
                        Texts.sentence(row.text("last_sentence"))),
                company.value(),
                NOBODY);
    }
}
