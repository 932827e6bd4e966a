package org.bankfeed.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** A company's only clerk, who may do everything in it, through the services that a host would call. */
final class Bookkeeper {

    /** Where Ponto sends the browser back to; nobody listens there, the person reads the address. */
    static final URI RETURN = URI.create("http://localhost:8181/bankfeed/connect/return");

    private static final String FEED = "ponto";

    private final Caller caller;
    private final Person browser = new Person();

    private Bookkeeper(Caller caller) {
        this.caller = caller;
    }

    /** One with a company of her own, in a container that has a link to the simulated Ponto. */
    static Bookkeeper of(String name) throws Exception {
        configureTheFeed();
        Set<Role> roles = Set.of(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR);
        return new Bookkeeper(new Caller(new CompanyId("company-of-" + name), name, roles, Channel.SHELL));
    }

    /** As an operator does: by a file in {@code etc}. */
    private static void configureTheFeed() throws IOException, InterruptedException {
        Path client = Path.of(System.getProperty("karaf.base"), "ponto", "client.json");
        Path file = Path.of(System.getProperty("karaf.etc"), "org.bankfeed.ponto.connect-main.cfg");
        Framework.await("the simulator runs", () -> Files.exists(client));
        if (!Files.exists(file)) {
            Files.writeString(file, "client.json = " + client + "\n");
        }
        BankJournal journal = journal();
        Framework.await("the journal knows the feed", () -> journal.feeds().contains(FEED));
    }

    void enters(String id, String number, String amount, @Nullable String reference) throws Exception {
        Money total = Money.of(amount, "EUR");
        Party party = new Party("CUST-" + number, "Customer of " + number, Party.Kind.BUSINESS, List.of());
        NewDocument document = new NewDocument(
                new DocumentId(id),
                OpenItem.Direction.SALES,
                OpenItem.Type.INVOICE,
                number,
                party,
                total,
                total,
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 3, 3),
                reference,
                null);
        Framework.service(InvoiceEntry.class).add(caller, document);
    }

    void connects() throws JournalException, IOException, InterruptedException {
        journal().returned(caller, browser.shareAllAccounts(authorizationPage()));
    }

    void backsOut() throws JournalException, IOException, InterruptedException {
        journal().returned(caller, browser.refuse(authorizationPage()));
    }

    private URI authorizationPage() throws JournalException, InterruptedException {
        ConnectStep step = journal().connect(caller, FEED, RETURN, Locale.ENGLISH);
        assertThat(step).isInstanceOf(ConnectStep.Visit.class);
        return ((ConnectStep.Visit) step).page();
    }

    SyncReceipt reads() throws InterruptedException {
        SyncReceipt receipt = journal().synchronize(caller);
        assertThat(receipt.problems()).isEmpty();
        assertThat(receipt.accounts())
                .allSatisfy(part -> assertThat(part.problem()).isNull());
        return receipt;
    }

    WorkReceipt matches() throws InterruptedException {
        return matching().work(caller);
    }

    void undoes(String invoice) throws MatchingException, InterruptedException {
        TransactionId line = view(invoice).paidBy().get(0);
        Decision decision = matching().decision(caller, line).orElseThrow();
        matching().undo(caller, line, decision.version());
    }

    InvoiceView.Standing standing(String invoice) throws InterruptedException {
        return view(invoice).standing();
    }

    private InvoiceView view(String invoice) throws InterruptedException {
        return matching()
                .invoices(caller, new InvoiceQuery(OpenItem.Direction.SALES, Set.of(), null, null, 500))
                .items()
                .stream()
                .filter(view -> view.item().id().value().equals(invoice))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Matching knows no invoice " + invoice));
    }

    OpenItem inTheLedger(String invoice) throws Exception {
        return ledger().item(caller, new DocumentId(invoice)).orElseThrow();
    }

    List<Settlement> settlements(String invoice) throws Exception {
        return ledger().settlements(caller, new DocumentId(invoice));
    }

    List<Decision> decisions() throws InterruptedException {
        return matching()
                .decisions(caller, new DecisionQuery(Set.of(), null, null, 500))
                .items();
    }

    List<Account> accounts() throws InterruptedException {
        return journal().accounts(caller);
    }

    List<BankTransaction> lines() throws InterruptedException {
        return journal().transactions(caller, TransactionQuery.newest(500)).items();
    }

    private static BankJournal journal() throws InterruptedException {
        return Framework.service(BankJournal.class);
    }

    private static PaymentMatching matching() throws InterruptedException {
        return Framework.service(PaymentMatching.class);
    }

    private static InvoiceLedger ledger() throws InterruptedException {
        return Framework.service(InvoiceLedger.class);
    }
}
