package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.store.testing.TestStore;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A company with books and a bank, and a matching over a database, with everything that does not matter filled in. */
abstract class MatchingFixture {

    /** Another one for each test: databases are shared. */
    final CompanyId company = new CompanyId("ALBA-" + UUID.randomUUID());

    final Caller bookkeeper = new Caller(company, "an", Set.of(Role.VIEWER, Role.BOOKKEEPER), Channel.SHELL);
    final Caller job = Caller.job(company, "matching");
    final Caller viewer = new Caller(company, "vi", Set.of(Role.VIEWER), Channel.WEB);
    static final AccountId ACCOUNT = new AccountId("A1");
    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    static final String PAYER = "BE62510007547061";

    final TestStore store = open();
    final FakeBankJournal journal = new FakeBankJournal(company);
    final FakeInvoiceLedger ledger = new FakeInvoiceLedger("ledger-1");
    StorePaymentMatching matching = started();

    abstract TestStore open();

    @BeforeEach
    void everybodyIsThere() {
        matching.bindJournal(journal);
        matching.bindLedger(ledger);
    }

    @AfterEach
    void close() {
        store.close();
    }

    StorePaymentMatching started() {
        return new StorePaymentMatching(store.store(), CLOCK);
    }

    void restart() {
        matching = started();
        everybodyIsThere();
    }

    void sale(String id, String number, String amount) throws Exception {
        enter(ledger, id, OpenItem.Type.INVOICE, number, amount);
    }

    void enter(FakeInvoiceLedger books, String id, OpenItem.Type type, String number, String amount) throws Exception {
        enter(books, id, type, number, amount, DAY.minusDays(20));
    }

    void enter(FakeInvoiceLedger books, String id, OpenItem.Type type, String number, String amount, LocalDate issued)
            throws Exception {
        Money total = Money.of(amount, "EUR");
        books.add(
                bookkeeper,
                new NewDocument(
                        new DocumentId(id),
                        OpenItem.Direction.SALES,
                        type,
                        number,
                        new Party("C1", "Bakkerij Alba BV", Party.Kind.BUSINESS, List.of()),
                        total,
                        total,
                        issued,
                        issued.plusDays(30),
                        null,
                        null));
    }

    TransactionId in(String id, String amount, String text) {
        return bring(line(id, amount, text, "PMNT-RCDT-ESCT", null));
    }

    TransactionId bring(FeedTransaction line) {
        return journal.bring(ACCOUNT, line).id();
    }

    static FeedTransaction line(String id, String amount, String text, String code, @Nullable String endToEnd) {
        return new FeedTransaction(
                id,
                new Money(new java.math.BigDecimal(amount), Currency.getInstance("EUR")),
                DAY,
                DAY,
                "J. Peeters",
                PAYER,
                text,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                code,
                null,
                endToEnd,
                null,
                null,
                null,
                null);
    }

    /** What the audit log tells of an act. */
    List<String> audited(String act) {
        return store.store()
                .stage("matching", StorePaymentMatching.SCHEMA)
                .inTransaction(unit -> unit.query(
                        "SELECT sentence FROM bankfeed_audit.entry WHERE company = ? AND act = ? ORDER BY number",
                        row -> row.text("sentence"),
                        company.value(),
                        act));
    }

    /** Another matching over the same database, books and bank. */
    StorePaymentMatching otherNode() {
        StorePaymentMatching node = started();
        node.bindJournal(journal);
        node.bindLedger(ledger);
        return node;
    }

    /** The ledger, with something that happens before each call of one of its methods. */
    InvoiceLedger before(String method, Runnable happens) {
        return (InvoiceLedger) Proxy.newProxyInstance(
                InvoiceLedger.class.getClassLoader(), new Class<?>[] {InvoiceLedger.class}, (proxy, called, given) -> {
                    if (called.getName().equals(method)) {
                        happens.run();
                    }
                    try {
                        return called.invoke(ledger, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Waits for something that happens soon. */
    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What another thread, which must not have to wait, reads. */
    static <T> T soon(Supplier<T> read) {
        return CompletableFuture.supplyAsync(read)
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    Decision decision(TransactionId line) {
        return matching.decision(viewer, line).orElseThrow();
    }

    InvoiceView invoice(String id) {
        return matching
                .invoices(viewer, new InvoiceQuery(OpenItem.Direction.SALES, Set.of(), null, null, 100))
                .items()
                .stream()
                .filter(view -> view.item().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<Application> pays(String document, String amount) {
        return List.of(Application.of(new DocumentId(document), Money.of(amount, "EUR")));
    }

    /** A host that tells of its payments. */
    record Host(List<HostPayment> known, List<AnnouncedPayment> under) implements HostPayments {

        @Override
        public List<HostPayment> payments(Caller caller, LocalDate from, LocalDate to) {
            return known;
        }

        @Override
        public List<AnnouncedPayment> announced(Caller caller) {
            return under;
        }
    }
}
