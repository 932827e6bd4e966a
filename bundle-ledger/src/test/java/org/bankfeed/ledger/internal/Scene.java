package org.bankfeed.ledger.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Retention;
import org.bankfeed.invoice.ReversalResult;
import org.bankfeed.store.Stage;
import org.bankfeed.store.testing.TestStore;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;

/** A ledger on a database of the test's own, with short words for what a bookkeeper does. */
final class Scene implements AutoCloseable {

    static final CompanyId COMPANY = new CompanyId("Company");
    static final Caller JOB = Caller.job(COMPANY, "matching");
    static final Caller BOOKKEEPER = new Caller(COMPANY, "anna", Set.of(Role.BOOKKEEPER, Role.VIEWER), Channel.WEB);
    static final LocalDate ISSUED = LocalDate.of(2026, 2, 1);
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T10:00:00Z"), ZoneOffset.UTC);
    static final Party PARTY = new Party("P1", "Otto Test", Party.Kind.BUSINESS, List.of());

    final RecordingStore recording;
    final InvoiceModule ledger;
    private final TestStore store;

    Scene() {
        this(TestStore.inMemory());
    }

    Scene(TestStore store) {
        this.store = store;
        this.recording = new RecordingStore(store.store());
        this.ledger = new InvoiceModule(recording, CLOCK);
    }

    DocumentId sale(String number, String total) throws Exception {
        return enter(Direction.SALES, Type.INVOICE, number, total);
    }

    DocumentId saleTo(String party, String number, String total) throws Exception {
        NewDocument plain = document(Direction.SALES, Type.INVOICE, number, eur(total), eur(total));
        return ledger.add(BOOKKEEPER, of(party, plain)).id();
    }

    private static NewDocument of(String party, NewDocument plain) {
        return new NewDocument(
                plain.id(),
                plain.direction(),
                plain.type(),
                plain.number(),
                new Party(party, party, Party.Kind.BUSINESS, List.of()),
                plain.total(),
                plain.outstanding(),
                plain.issueDate(),
                plain.dueDate(),
                null,
                null);
    }

    DocumentId enter(Direction direction, Type type, String number, String total) throws Exception {
        return ledger.add(BOOKKEEPER, document(direction, type, number, eur(total), eur(total)))
                .id();
    }

    DocumentId heldBack(String number, Money total, List<Retention> retentions) throws Exception {
        NewDocument plain = document(Direction.SALES, Type.INVOICE, number, total, total);
        return ledger.add(BOOKKEEPER, heldBack(plain, retentions)).id();
    }

    static NewDocument heldBack(NewDocument plain, List<Retention> retentions) {
        return new NewDocument(
                plain.id(),
                plain.direction(),
                plain.type(),
                plain.number(),
                plain.party(),
                plain.total(),
                plain.outstanding(),
                plain.issueDate(),
                plain.dueDate(),
                plain.paymentReference(),
                plain.discount(),
                retentions);
    }

    static NewDocument document(Direction direction, Type type, String number, Money total, Money outstanding) {
        return new NewDocument(
                new DocumentId(number),
                direction,
                type,
                number,
                PARTY,
                total,
                outstanding,
                ISSUED,
                ISSUED.plusDays(30),
                null,
                null);
    }

    BookingResult book(String transaction, String amount, Application... applications) throws Exception {
        return ledger.book(JOB, booking(transaction, 1, amount, applications));
    }

    ReversalResult reverse(String transaction) throws Exception {
        return ledger.reverse(BOOKKEEPER, key(transaction), "a mistake");
    }

    OpenItem item(DocumentId id) throws Exception {
        return ledger.item(JOB, id).orElseThrow();
    }

    static Booking booking(String transaction, int attempt, String amount, Application... applications) {
        return new Booking(
                new BookingKey(transaction, attempt),
                AccountReference.iban("BE68539007547034"),
                "EFT-1",
                DAY,
                eur(amount),
                "Otto Test",
                "thanks for the goods",
                List.of(applications));
    }

    static BookingKey key(String transaction) {
        return new BookingKey(transaction, 1);
    }

    static Application applied(DocumentId document, String amount) {
        return Application.of(document, eur(amount));
    }

    static Application applied(DocumentId document, String amount, String writeOff) {
        return new Application(document, eur(amount), eur(writeOff), null);
    }

    static Application back(DocumentId document, String amount, String earlier) {
        return back(document, amount, "0", earlier);
    }

    static Application back(DocumentId document, String amount, String writeOff, String earlier) {
        return new Application(document, eur(amount).negate(), eur(writeOff).negate(), key(earlier));
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    static String refusal(BookingResult result) {
        return result instanceof BookingResult.Refused refused ? refused.reason() : "not refused: " + result;
    }

    static String refusal(ReversalResult result) {
        return result instanceof ReversalResult.Refused refused ? refused.reason() : "not refused: " + result;
    }

    /** Rows of the ledger's own tables, each as its columns' texts joined by a blank. */
    List<String> rows(String select, String... columns) {
        Stage stage = recording.lastStage();
        return stage.<List<String>, RuntimeException>inTransaction(unit -> unit.query(select, row -> {
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                values.add(String.valueOf(row.textOrNull(column)));
            }
            return String.join(" ", values);
        }));
    }

    void checkAuditLog() {
        store.checkAuditLog(COMPANY);
    }

    @Override
    public void close() {
        store.close();
    }
}
