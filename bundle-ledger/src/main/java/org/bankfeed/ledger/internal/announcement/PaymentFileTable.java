package org.bankfeed.ledger.internal.announcement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.ledger.internal.pain.Message;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Payment files that were announced. */
public final class PaymentFileTable {

    /** How a file's payments stand, reckoned as {@link AnnouncedTable} does for each. */
    private static final String STATES = """
            SELECT x.message_id, x.currency_uom_id, x.state, count(*) AS payments, sum(x.amount) AS total FROM ( \
            SELECT n.message_id, n.currency_uom_id, n.amount, CASE \
            WHEN n.status_id <> 'ANNOUNCED' THEN n.status_id \
            WHEN EXISTS (SELECT 1 FROM announced_payment_invoice d WHERE d.company = n.company \
            AND d.announced_payment_id = n.announced_payment_id) \
            AND NOT EXISTS (SELECT 1 FROM announced_payment_invoice d JOIN invoice i ON i.company = d.company \
            AND i.invoice_id = d.invoice_id WHERE d.company = n.company \
            AND d.announced_payment_id = n.announced_payment_id AND i.status_id = 'INVOICE_READY') THEN 'SETTLED' \
            WHEN n.expected_date < ? THEN 'LAPSED' ELSE 'ANNOUNCED' END AS state \
            FROM announced_payment n WHERE (n.company, n.message_id) IN (%s)) x \
            GROUP BY x.message_id, x.currency_uom_id, x.state ORDER BY x.currency_uom_id""";

    private PaymentFileTable() {}

    /** A file's own row, with the number of its entry. */
    private record Kept(PaymentFile file, long entry) {}

    static void insert(Entry entry, Message message, String digest, long number) {
        entry.unit()
                .update(
                        """
                INSERT INTO payment_file (company, message_id, entry, kind, digest, expected_date, accounts, \
                announced_at, announced_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        entry.company(),
                        message.id(),
                        number,
                        message.kind(),
                        digest,
                        message.payments().stream()
                                .map(Message.Payment::day)
                                .min(LocalDate::compareTo)
                                .orElseThrow(),
                        message.accounts().stream()
                                .map(account -> account.type() + " " + account.value())
                                .collect(Collectors.joining("\n")),
                        entry.at(),
                        Rows.cut(entry.caller().name(), 255));
    }

    /** What tells a file from another one of the same message id. */
    static Optional<String> digest(Entry entry, String message) {
        return entry.unit()
                .one(
                        "SELECT digest FROM payment_file WHERE company = ? AND message_id = ?",
                        row -> row.text("digest"),
                        entry.company(),
                        message);
    }

    public static Optional<PaymentFile> one(UnitOfWork unit, CompanyId company, String message, LocalDate today) {
        List<Kept> found = unit.query(
                "SELECT * FROM payment_file WHERE company = ? AND message_id = ?",
                PaymentFileTable::read,
                company.value(),
                message);
        return withStates(unit, company, found, today).stream().findFirst();
    }

    /** The newest first. */
    public static Page<PaymentFile> page(
            UnitOfWork unit, CompanyId company, @Nullable String after, int limit, LocalDate today) {
        long before = after == null ? Long.MAX_VALUE : number(after);
        List<Kept> found = unit.query(
                "SELECT * FROM payment_file WHERE company = ? AND entry < ? ORDER BY company DESC, entry DESC LIMIT ?",
                PaymentFileTable::read,
                company.value(),
                before,
                limit + 1);
        boolean more = found.size() > limit;
        List<Kept> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                withStates(unit, company, shown, today),
                more ? Long.toString(shown.get(shown.size() - 1).entry()) : null);
    }

    public static long number(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + position + "' is no position of this list", e);
        }
    }

    private static Kept read(Row row) {
        PaymentFile file = new PaymentFile(
                row.text("message_id"),
                PaymentFile.Kind.valueOf(row.text("kind")),
                Arrays.stream(row.text("accounts").split("\n"))
                        .map(PaymentFileTable::account)
                        .toList(),
                row.date("expected_date"),
                row.instant("announced_at"),
                row.text("announced_by"),
                List.of(),
                Map.of());
        return new Kept(file, row.number("entry"));
    }

    private static AccountReference account(String written) {
        int blank = written.indexOf(' ');
        return new AccountReference(
                AccountReference.Type.valueOf(written.substring(0, blank)), written.substring(blank + 1));
    }

    /** So many payments of one currency in one state. */
    private record Count(String message, FilePayment.State state, long payments, Money total) {}

    private static List<PaymentFile> withStates(UnitOfWork unit, CompanyId company, List<Kept> files, LocalDate today) {
        if (files.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>();
        parameters.add(today.minusDays(AnnouncedTable.DAYS_UNDER_WAY));
        files.forEach(kept -> {
            parameters.add(company.value());
            parameters.add(kept.file().messageId());
        });
        Map<String, List<Count>> counts = unit
                .query(
                        STATES.formatted(String.join(", ", Collections.nCopies(files.size(), "(?, ?)"))),
                        row -> new Count(
                                row.text("message_id"),
                                FilePayment.State.valueOf(row.text("state")),
                                row.number("payments"),
                                Rows.money(row, "total", row.text("currency_uom_id"))),
                        parameters.toArray())
                .stream()
                .collect(Collectors.groupingBy(Count::message));
        return files.stream()
                .map(kept -> with(kept.file(), counts.getOrDefault(kept.file().messageId(), List.of())))
                .toList();
    }

    private static PaymentFile with(PaymentFile file, List<Count> counts) {
        Map<FilePayment.State, Long> states = new EnumMap<>(FilePayment.State.class);
        Map<String, Money> totals = new LinkedHashMap<>();
        for (Count count : counts) {
            states.merge(count.state(), count.payments(), Long::sum);
            totals.merge(count.total().currency().getCurrencyCode(), count.total(), Money::plus);
        }
        return new PaymentFile(
                file.messageId(),
                file.kind(),
                file.accounts(),
                file.expected(),
                file.announcedAt(),
                file.announcedBy(),
                List.copyOf(totals.values()),
                states);
    }
}
