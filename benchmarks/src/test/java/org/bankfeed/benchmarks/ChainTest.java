package org.bankfeed.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Retention;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.internal.StorePaymentMatching;
import org.bankfeed.matching.internal.backtest.Replay;
import org.bankfeed.store.testing.TestStore;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The service decides as the backtest does, day by day, over its own store and a ledger. */
class ChainTest {

    private static final CompanyId COMPANY = new CompanyId("ALBA");
    private static final Caller BOOKKEEPER =
            new Caller(COMPANY, "an", Set.of(Role.VIEWER, Role.BOOKKEEPER), Channel.SHELL);
    private static final Caller JOB = Caller.job(COMPANY, "chain");

    private final FakeBankJournal journal = new FakeBankJournal(COMPANY);
    private final FakeInvoiceLedger ledger = new FakeInvoiceLedger("ledger");
    private final Map<String, AccountId> accounts = new LinkedHashMap<>();

    @Test
    void theServiceDecidesWhatTheBacktestDecides() throws Exception {
        String folder = System.getProperty("bankfeed.history");
        History history = folder == null ? firstMonths() : History.read(Path.of(folder));
        Backtest backtest = new Backtest(new Replay(), null);
        List<String> expected = new ArrayList<>();
        history.events().forEach(event -> {
            HistoryDecision decision = backtest.take(event);
            if (decision != null) {
                expected.add(text(decision));
            }
        });

        assertThat(played(history)).isEqualTo(expected);
    }

    private static History firstMonths() {
        List<HistoryDay> days = BuiltInCompany.until(LocalDate.of(2026, 6, 30)).days();
        return History.of(days.subList(0, Math.min(90, days.size())).stream()
                .flatMap(day -> day.events().stream())
                .toList());
    }

    private List<String> played(History history) throws Exception {
        List<String> decisions = new ArrayList<>();
        try (TestStore store = TestStore.inMemory()) {
            StorePaymentMatching matching = new StorePaymentMatching(store.store(), Clock.system(ZoneOffset.UTC));
            matching.bindJournal(journal);
            matching.bindLedger(ledger);
            for (HistoryDay day : history.days()) {
                List<TransactionId> today = new ArrayList<>();
                for (HistoryEvent event : day.events()) {
                    if (event instanceof HistoryEvent.InvoiceOpened opened) {
                        ledger.add(BOOKKEEPER, document(opened.invoice()));
                    } else if (event instanceof HistoryEvent.InvoiceClosed closed) {
                        ledger.close(BOOKKEEPER, new DocumentId(closed.invoiceId()), day.date());
                    }
                }
                for (HistoryTransaction line : day.transactions()) {
                    today.add(bring(line));
                }
                assertThat(matching.work(JOB).waiting()).isNull();
                for (TransactionId line : today) {
                    decisions.add(text(matching.decision(JOB, line).orElseThrow()));
                }
            }
        }
        return decisions;
    }

    private TransactionId bring(HistoryTransaction line) {
        AccountId account = accounts.computeIfAbsent(line.account(), number -> {
            AccountId id = new AccountId("A" + (accounts.size() + 1));
            journal.put(account(id, number));
            return id;
        });
        return journal.bring(
                        account,
                        new FeedTransaction(
                                line.id(),
                                new Money(line.amount(), Currency.getInstance(line.currency())),
                                line.executionDate(),
                                line.valueDate(),
                                line.counterpartName(),
                                line.counterpartReference(),
                                line.remittanceInformation(),
                                line.remittanceInformationType() == HistoryTransaction.RemittanceType.STRUCTURED
                                        ? FeedTransaction.RemittanceType.STRUCTURED
                                        : FeedTransaction.RemittanceType.UNSTRUCTURED,
                                line.description(),
                                line.bankTransactionCode(),
                                null,
                                line.endToEndId(),
                                line.mandateId(),
                                line.creditorId(),
                                line.purposeCode(),
                                line.additionalInformation()))
                .id();
    }

    private static Account account(AccountId id, String number) {
        return new Account(
                id,
                new ConnectionId("K1"),
                AccountReference.of(number),
                Currency.getInstance("EUR"),
                number,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                true,
                0,
                0,
                null,
                null,
                null,
                null);
    }

    private static NewDocument document(HistoryInvoice invoice) {
        Currency currency = Currency.getInstance(invoice.currency());
        HistoryDiscount discount = invoice.discount();
        return new NewDocument(
                new DocumentId(invoice.id()),
                OpenItem.Direction.valueOf(invoice.direction().name()),
                OpenItem.Type.valueOf(invoice.type().name()),
                invoice.number(),
                new Party(
                        invoice.party().id(),
                        invoice.party().name(),
                        Party.Kind.UNKNOWN,
                        invoice.party().ibans().stream()
                                .map(AccountReference::of)
                                .toList()),
                new Money(invoice.total(), currency),
                new Money(invoice.outstanding(), currency),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.paymentReference(),
                discount == null ? null : new Discount(new Money(discount.amount(), currency), discount.until()),
                invoice.retentions().stream()
                        .map(held -> new Retention(
                                Retention.Kind.valueOf(held.kind().name()),
                                new Money(held.amount(), currency),
                                held.dueDate()))
                        .toList());
    }

    private static String text(HistoryDecision decision) {
        StringBuilder text = new StringBuilder(decision.transactionId() + " " + decision.decision());
        for (HistoryApplication application : decision.applications()) {
            text.append(' ')
                    .append(application.invoiceId())
                    .append(':')
                    .append(application.amount().toPlainString());
            text.append(
                    application.writeOff() == null
                            ? ""
                            : "+" + application.writeOff().toPlainString());
        }
        return text.toString();
    }

    private static String text(Decision decision) {
        String kind =
                switch (decision.state()) {
                    case AUTOMATIC, CONFIRMED -> "AUTOMATIC";
                    case SUGGESTED -> "SUGGESTED";
                    case NONE, LINKED, NOT_AN_INVOICE -> "NONE";
                };
        List<Application> applications = decision.state() == Decision.State.SUGGESTED
                ? decision.proposals().get(0).applications()
                : decision.applications();
        StringBuilder text = new StringBuilder(decision.transaction().feedId() + " " + kind);
        for (Application application : applications) {
            text.append(' ')
                    .append(application.document())
                    .append(':')
                    .append(application.amount().decimal());
            text.append(writeOff(application));
        }
        return text.toString();
    }

    private static String writeOff(@Nullable Application application) {
        Money writeOff = Objects.requireNonNull(application).writeOff();
        return writeOff.isZero() ? "" : "+" + writeOff.decimal();
    }
}
