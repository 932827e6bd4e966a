package org.bankfeed.screens.internal;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.MultipartConfigElement;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.FakeBankFeed;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.internal.StoreBankJournal;
import org.bankfeed.ledger.internal.InvoiceModule;
import org.bankfeed.matching.internal.StoreBacktests;
import org.bankfeed.matching.internal.StoreMatchingRules;
import org.bankfeed.matching.internal.StorePaymentMatching;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Reading;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.screens.internal.rooms.Trials;
import org.bankfeed.screens.internal.session.Sessions;
import org.bankfeed.screens.internal.session.SignInThrottle;
import org.bankfeed.screens.internal.web.PublicAddress;
import org.bankfeed.screens.internal.web.TrustedProxies;
import org.bankfeed.screens.internal.webhook.WebhookServlet;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.store.testing.TestStore;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/** A small company's office: the pages on a web server, the real rooms behind them, a bank that says what a test wants. */
final class Office implements AutoCloseable {

    static final CompanyId COMPANY = new CompanyId("Company");
    static final CompanyId NEIGHBOUR = new CompanyId("Neighbour");
    static final FeedAccountId CHECKING = new FeedAccountId("checking");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    /** The tests' own machine stands for a proxy. */
    private static final TrustedProxies PROXY = TrustedProxies.of(new String[] {"127.0.0.1"}, "X-Forwarded-For", "");

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Set<Role> ALL = Set.of(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR);

    final FakeBankFeed feed = new FakeBankFeed("ponto", 100);
    final Rooms rooms = new Rooms();
    final Errands errands = new Errands(rooms);
    final Trials trials = new Trials(rooms);
    final StoreBankJournal journal;
    final StorePaymentMatching matching;
    final InvoiceModule ledger;
    final Caller anna = new Caller(COMPANY, "anna", ALL, Channel.HOST);
    private final TestStore store = TestStore.inMemory();
    final Sessions sessions = new Sessions();
    final ServletContextHandler context = new ServletContextHandler();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private int lines;

    Office() throws Exception {
        this(
                0,
                Clock.fixed(
                        TODAY.atTime(9, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant(), ZoneId.of("UTC")));
    }

    Office(int port, Clock clock) throws Exception {
        journal = new StoreBankJournal(store.store(), store.vault(), clock);
        journal.bindFeed(feed, Map.of(BankFeed.NAME, "ponto"));
        ledger = new InvoiceModule(store.store(), clock);
        matching = new StorePaymentMatching(store.store(), clock);
        matching.bindJournal(journal);
        matching.bindLedger(ledger);
        matching.bindPayments(ledger);
        RoomsForTests.journal(rooms, journal);
        RoomsForTests.matching(rooms, matching);
        RoomsForTests.backtests(rooms, new StoreBacktests(store.store()));
        RoomsForTests.rules(rooms, new StoreMatchingRules(store.store(), matching, clock));
        RoomsForTests.ledger(rooms, ledger, ledger);
        RoomsForTests.paymentFiles(rooms, ledger);
        RoomsForTests.clock(rooms, clock);
        RoomsForTests.signIn(
                rooms,
                new FakeSignIn()
                        .add("anna", COMPANY, Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR)
                        .add("bert", COMPANY, Role.VIEWER, Role.BOOKKEEPER)
                        .add("vera", COMPANY, Role.VIEWER)
                        .add("nico", NEIGHBOUR, Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setStopTimeout(0);
        connector.open();
        ScreensServlet servlet = new ScreensServlet(
                PublicAddress.of(url()),
                PROXY,
                Duration.ofMinutes(30),
                rooms,
                errands,
                trials,
                sessions,
                new SignInThrottle());
        ServletHolder pages = new ServletHolder(servlet);
        pages.getRegistration()
                .setMultipartConfig(new MultipartConfigElement(
                        "",
                        ScreensServlet.LARGEST_UPLOAD,
                        ScreensServlet.LARGEST_UPLOAD,
                        ScreensServlet.LARGEST_UPLOAD));
        context.addServlet(pages, "/bankfeed/*");
        context.addServlet(new ServletHolder(new WebhookServlet(rooms, 256 * 1_024)), WebhookServlet.PATTERN);
        server.setHandler(context);
        server.start();
    }

    /** Where the pages are, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/bankfeed";
    }

    /** A browser in which nobody is signed in. */
    Browser browser() {
        return new Browser(url());
    }

    /** A browser in which somebody is signed in. */
    Browser browserOf(String user) {
        Browser browser = browser();
        browser.signIn(user);
        return browser;
    }

    /** The bank shares an account with 10,000.00 EUR on it, and anna links it. */
    Office link() throws JournalException {
        feed.share(account(CHECKING, "BE71096123456769", "Current account", "10000.00"));
        ConnectStep step = journal.connect(anna, "ponto", URI.create(url() + "/connect/return"), Locale.ENGLISH);
        String state = ((ConnectStep.Visit) step).page().getQuery().replace("state=", "");
        journal.returned(anna, new ConnectReturn(state, "code-1", null));
        return this;
    }

    static FeedAccount account(FeedAccountId id, String iban, String label, String balance) {
        Instant asked = TODAY.atTime(8, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant();
        Balance current = new Balance(Money.of(balance, "EUR"), asked);
        return new FeedAccount(
                id,
                AccountReference.iban(iban),
                EUR,
                "checking",
                label,
                "Company",
                "Test bank",
                ZoneId.of("Europe/Brussels"),
                current,
                current,
                asked,
                asked,
                asked.plus(Duration.ofDays(120)),
                FeedAccount.Availability.AVAILABLE,
                null);
    }

    /** The bank books a line; it is here after {@link #work}. Its id is {@code L1}, {@code L2} … */
    String line(String amount, LocalDate day, @Nullable String counterparty, @Nullable String iban, String remittance) {
        String code = amount.startsWith("-") ? "PMNT-ICDT-ESCT" : "PMNT-RCDT-ESCT";
        return line(code, amount, day, counterparty, iban, remittance);
    }

    /** The same, with the bank's code of what kind of movement it is. */
    String line(
            String code,
            String amount,
            LocalDate day,
            @Nullable String counterparty,
            @Nullable String iban,
            String remittance) {
        String id = "L" + ++lines;
        FeedTransaction read = new FeedTransaction(
                id,
                Money.of(amount, "EUR"),
                day,
                day,
                counterparty,
                iban,
                remittance,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                code,
                null,
                null,
                null,
                null,
                null,
                null);
        feed.bring(CHECKING, new FeedLine.Readable(read, "{\"id\":\"" + id + "\"}"));
        return id;
    }

    /** A sales invoice; its id is its number. */
    void sale(String number, String customer, String total, LocalDate issued) {
        document(OpenItem.Direction.SALES, number, customer, total, issued);
    }

    void document(OpenItem.Direction direction, String number, String party, String total, LocalDate issued) {
        document(direction, OpenItem.Type.INVOICE, number, party, total, issued);
    }

    void document(
            OpenItem.Direction direction,
            OpenItem.Type type,
            String number,
            String party,
            String total,
            LocalDate issued) {
        Money amount = new Money(new BigDecimal(total), EUR);
        try {
            ledger.add(
                    anna,
                    new NewDocument(
                            new DocumentId(number),
                            direction,
                            type,
                            number,
                            new Party(party.replaceAll("\\W", ""), party, Party.Kind.BUSINESS, List.of()),
                            amount,
                            amount,
                            issued,
                            issued.plusDays(30),
                            null,
                            null));
        } catch (InvoiceEntry.Refused | LedgerUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    /** The bank is read, and lines are matched. */
    void work() {
        journal.synchronize(anna);
        matching.work(anna);
    }

    /** What a reading says, in English. */
    static String said(Reading reading) {
        return Texts.ENGLISH.say(reading.said());
    }

    static List<String> problems(Reading reading) {
        return reading.problems().stream().map(Texts.ENGLISH::say).toList();
    }

    /** Waits until the reading that was ordered on a page has ended. */
    Reading readingEnds() throws InterruptedException {
        for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; Thread.sleep(5)) {
            Reading reading = errands.of(COMPANY).orElseThrow();
            if (!reading.running()) {
                return reading;
            }
        }
        throw new AssertionError("the reading did not end");
    }

    @Override
    public void close() throws Exception {
        server.stop();
        errands.close();
        trials.close();
        journal.close();
        store.close();
    }
}
