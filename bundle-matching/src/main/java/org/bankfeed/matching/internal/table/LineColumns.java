package org.bankfeed.matching.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.store.Row;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The columns of a line, written and read. */
final class LineColumns {

    static final String INSERT = "INSERT INTO line (sequence, account, own_account, host_account, bank_day,"
            + " amount, currency, name, counterpart, remittance, structured, code, end_to_end_id, mandate, creditor,"
            + " more, state, booking, confidence, words, attempt, version, decided_by, decided_at, problem, by_person,"
            + " left_open, settled_item, host_payment, rule, counter_entry, gives_back, changed_sequence, company, id)"
            + " VALUES (?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String UPDATE = "UPDATE line SET name = ?, counterpart = ?, remittance = ?, structured = ?,"
            + " code = ?, end_to_end_id = ?, mandate = ?, creditor = ?, more = ?, state = ?, booking = ?,"
            + " confidence = ?, words = ?, attempt = ?, version = ?, decided_by = ?, decided_at = ?, problem = ?,"
            + " by_person = ?, left_open = ?, settled_item = ?, host_payment = ?, rule = ?, counter_entry = ?,"
            + " gives_back = ?, changed_sequence = ?"
            + " WHERE company = ? AND id = ?";

    /** So many characters the column of problems has. */
    private static final int MOST_PROBLEM = 4000;

    private LineColumns() {}

    static @Nullable Object[] inserted(CompanyId company, Taken taken) {
        Line line = taken.line;
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(taken.sequence);
        parameters.add(TransactionId.parse(line.id()).account().value());
        parameters.add(line.account());
        parameters.add(taken.hostAccount);
        parameters.add(line.day());
        parameters.add(line.amount());
        parameters.add(line.currency());
        add(parameters, company, taken);
        return parameters.toArray();
    }

    static @Nullable Object[] updated(CompanyId company, Taken taken) {
        List<@Nullable Object> parameters = new ArrayList<>();
        add(parameters, company, taken);
        return parameters.toArray();
    }

    private static void add(List<@Nullable Object> parameters, CompanyId company, Taken taken) {
        Line line = taken.line;
        parameters.add(line.name());
        parameters.add(line.counterpart());
        parameters.add(line.text());
        parameters.add(line.structured());
        parameters.add(line.code());
        parameters.add(line.endToEndId());
        parameters.add(line.mandate());
        parameters.add(line.creditor());
        parameters.add(line.more());
        parameters.add(taken.state);
        parameters.add(taken.booking);
        parameters.add(Double.toString(taken.confidence));
        parameters.add(taken.words.written());
        parameters.add(taken.attempt);
        parameters.add(taken.version);
        parameters.add(taken.decidedBy);
        parameters.add(taken.decidedAt);
        parameters.add(taken.problem == null ? null : taken.problem.kept(MOST_PROBLEM, RefusalCode.class));
        parameters.add(taken.byPerson);
        parameters.add(taken.leftOpen);
        parameters.add(taken.settledItem);
        parameters.add(taken.hostPayment);
        parameters.add(taken.rule);
        parameters.add(taken.counterEntry);
        parameters.add(taken.givesBack);
        parameters.add(taken.changedSequence);
        parameters.add(company.value());
        parameters.add(line.id());
    }

    static Taken read(Row row) {
        Line line = new Line(
                row.text("id"),
                row.text("own_account"),
                row.date("bank_day"),
                row.number("amount"),
                row.text("currency"),
                row.text("name"),
                row.text("counterpart"),
                row.text("remittance"),
                row.flag("structured"),
                row.text("code"),
                row.text("end_to_end_id"),
                row.text("mandate"),
                row.text("creditor"),
                row.text("more"));
        Taken taken = new Taken(line, row.number("sequence"), row.textOrNull("host_account"));
        taken.state = State.valueOf(row.text("state"));
        taken.booking = BookingStatus.valueOf(row.text("booking"));
        taken.confidence = Double.parseDouble(row.text("confidence"));
        taken.words = Words.read(row.text("words"));
        taken.attempt = row.integer("attempt");
        taken.version = row.number("version");
        taken.decidedBy = row.textOrNull("decided_by");
        taken.decidedAt = row.instant("decided_at");
        String problem = row.textOrNull("problem");
        taken.problem = problem == null ? null : Sentence.ofKept(problem, RefusalCode.class);
        taken.byPerson = row.flag("by_person");
        taken.leftOpen = row.flag("left_open");
        taken.settledItem = row.textOrNull("settled_item");
        taken.hostPayment = row.textOrNull("host_payment");
        taken.rule = row.textOrNull("rule");
        taken.counterEntry = row.dateOrNull("counter_entry");
        taken.givesBack = row.textOrNull("gives_back");
        taken.changedSequence = row.number("changed_sequence");
        return taken;
    }
}
