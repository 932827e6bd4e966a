package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.Party;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.Proposal;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who is a supplier too pays our invoice less his. */
class SetOffTest {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final TransactionId LINE = new TransactionId(ACCOUNT, "t1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final List<Application> OURS_LESS_HIS = List.of(
            Application.of(new DocumentId("S1"), eur("267.05")), Application.of(new DocumentId("P1"), eur("80.12")));

    private final FakeBankJournal journal = new FakeBankJournal(new CompanyId("Acme"));
    private final FakeMatching matching = new FakeMatching();

    @BeforeEach
    void heIsCustomerAndSupplier() {
        matching.invoices.add(document("S1", Direction.SALES, "267.05"));
        matching.invoices.add(document("P1", Direction.PURCHASE, "80.12"));
        journal.bring(ACCOUNT, line("186.93"));
    }

    @Test
    void isMarkedInWhatWasBooked() throws Exception {
        decided(Decision.State.CONFIRMED, OURS_LESS_HIS, List.of());

        assertThat(explained(false)).contains("S1: 267.05 EUR, P1: 80.12 EUR set off\n");
        assertThat(explained(true))
                .containsIgnoringWhitespaces("\"invoice\":\"S1\",\"amount\":\"267.05\",\"writeOff\":\"0.00\","
                        + "\"currency\":\"EUR\",\"takesBack\":null,\"setOff\":false")
                .containsIgnoringWhitespaces("\"invoice\":\"P1\",\"amount\":\"80.12\",\"writeOff\":\"0.00\","
                        + "\"currency\":\"EUR\",\"takesBack\":null,\"setOff\":true");
    }

    @Test
    void isMarkedInWhatIsProposed() throws Exception {
        decided(Decision.State.SUGGESTED, List.of(), List.of(new Proposal(OURS_LESS_HIS, 0.9, List.of())));

        assertThat(explained(false)).contains("1. S1: 267.05 EUR, P1: 80.12 EUR set off  (90 %)");
        ProposalsCommand proposals = new ProposalsCommand();
        assertThat(run(proposals)).contains("1. S1: 267.05 EUR, P1: 80.12 EUR set off  (90 %)");
    }

    @Test
    void isOurInvoiceWhereWePayHimLessIt() throws Exception {
        journal.bring(ACCOUNT, line("-186.93"));
        decided(Decision.State.CONFIRMED, OURS_LESS_HIS, List.of());

        assertThat(explained(false)).contains("S1: 267.05 EUR set off, P1: 80.12 EUR\n");
    }

    private void decided(Decision.State state, List<Application> applications, List<Proposal> proposals) {
        Decision decision = new Decision(
                LINE,
                state,
                Decision.BookingStatus.NONE,
                applications,
                0.9,
                List.of(),
                proposals,
                0,
                1,
                null,
                Instant.EPOCH,
                null);
        matching.decisions.put(LINE, decision);
    }

    private String explained(boolean json) throws Exception {
        ExplainCommand explain = new ExplainCommand();
        explain.id = LINE.toString();
        explain.json = json;
        return run(explain);
    }

    private String run(BankCommand command) throws Exception {
        command.journal = journal;
        command.matching = matching;
        return AsUser.run(command);
    }

    private static InvoiceView document(String id, Direction direction, String total) {
        Party party = new Party("B1", "J. Peeters", Party.Kind.BUSINESS, List.of());
        OpenItem item = new OpenItem(
                new DocumentId(id),
                direction,
                OpenItem.Type.INVOICE,
                OpenItem.State.OPEN,
                id,
                party,
                eur(total),
                eur(total),
                DAY.minusDays(20),
                DAY.plusDays(10),
                null,
                null);
        return new InvoiceView(item, InvoiceView.Standing.OPEN, List.of(), null);
    }

    private static FeedTransaction line(String amount) {
        return new FeedTransaction(
                "t1",
                eur(amount),
                DAY,
                DAY,
                "J. Peeters",
                null,
                "S1 less P1",
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
