package org.bankfeed.rehearsal.internal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.Proposal;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.bankfeed.words.Argument;

/**
 * The simplest matching there is, for tests of the player: a line whose text is the id of an open document pays it by
 * itself if the amount is the outstanding one, and is suggested to pay it otherwise.
 */
final class NumberMatching implements PaymentMatching {

    private static final AccountReference ACCOUNT = AccountReference.of("BE68539007547034");

    private final BankJournal journal;
    private final InvoiceLedger ledger;
    private final Map<TransactionId, Decision> decisions = new LinkedHashMap<>();
    private long position;

    NumberMatching(BankJournal journal, InvoiceLedger ledger) {
        this.journal = journal;
        this.ledger = ledger;
    }

    @Override
    public WorkReceipt work(Caller caller) {
        int lines = 0;
        for (JournalEntry entry : journal.log(caller, position, 1000)) {
            position = entry.sequence();
            decide(
                    caller,
                    entry.transaction().id(),
                    requireNonNull(entry.transaction().line()));
            lines++;
        }
        return new WorkReceipt(lines, 0, 0, 0, 0, null);
    }

    private void decide(Caller caller, TransactionId id, FeedTransaction line) {
        Optional<OpenItem> item = item(caller, String.valueOf(line.remittance()));
        if (item.isEmpty() || !item.get().isOpen()) {
            put(id, State.NONE, List.of(), List.of(), 0);
            return;
        }
        Money amount = line.amount().abs();
        boolean exact = amount.equals(item.get().outstanding());
        Application application =
                Application.of(item.get().id(), exact ? amount : item.get().outstanding());
        if (exact && book(caller, id, line.amount(), List.of(application), 1)) {
            put(id, State.AUTOMATIC, List.of(application), List.of(), 1);
        } else {
            Evidence why =
                    Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.IN_WORDS, new Argument.Text("the amount differs"));
            put(id, State.SUGGESTED, List.of(), List.of(new Proposal(List.of(application), 0.4, List.of(why))), 0);
        }
    }

    private Optional<OpenItem> item(Caller caller, String id) {
        try {
            return id.isBlank() ? Optional.empty() : ledger.item(caller, new DocumentId(id));
        } catch (LedgerUnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean book(Caller caller, TransactionId id, Money amount, List<Application> applications, int attempt) {
        BookingKey key = new BookingKey(id.toString(), attempt);
        var day = Instant.EPOCH.atZone(VirtualClock.BANK_ZONE).toLocalDate();
        try {
            return ledger.book(caller, new Booking(key, ACCOUNT, null, day, amount, null, null, applications))
                    instanceof BookingResult.Booked;
        } catch (LedgerUnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(TransactionId id, State state, List<Application> booked, List<Proposal> proposals, int attempt) {
        Decision before = decisions.get(id);
        List<Evidence> evidence = proposals.isEmpty()
                ? List.of(Evidence.of(
                        Evidence.Speaks.FOR, ReasonCode.IN_WORDS, new Argument.Text("the text is the document's id")))
                : proposals.get(0).evidence();
        decisions.put(
                id,
                new Decision(
                        id,
                        state,
                        booked.isEmpty() ? BookingStatus.NONE : BookingStatus.BOOKED,
                        booked,
                        proposals.isEmpty() ? 0.9 : proposals.get(0).confidence(),
                        evidence,
                        proposals,
                        attempt,
                        before == null ? 1 : before.version() + 1,
                        null,
                        Instant.EPOCH,
                        null));
    }

    @Override
    public Page<Decision> decisions(Caller caller, DecisionQuery query) {
        return new Page<>(new ArrayList<>(decisions.values()), null);
    }

    @Override
    public Optional<Decision> decision(Caller caller, TransactionId transaction) {
        return Optional.ofNullable(decisions.get(transaction));
    }

    @Override
    public Map<TransactionId, Decision> decisions(Caller caller, Collection<TransactionId> transactions) {
        Map<TransactionId, Decision> found = new LinkedHashMap<>();
        transactions.forEach(id -> decision(caller, id).ifPresent(decision -> found.put(id, decision)));
        return found;
    }

    @Override
    public Map<TransactionId, List<TransactionId>> givenBackBy(Caller caller, Collection<TransactionId> transactions) {
        return Map.of();
    }

    @Override
    public Map<State, Long> counts(Caller caller) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(
                    state,
                    decisions.values().stream().filter(d -> d.state() == state).count());
        }
        return counts;
    }

    @Override
    public Decision confirm(Caller caller, TransactionId id, long version, List<Application> applications)
            throws MatchingException {
        Decision before = seen(id, version);
        FeedTransaction line =
                requireNonNull(journal.transaction(caller, id).orElseThrow().line());
        if (!book(caller, id, line.amount(), applications, before.attempt() + 1)) {
            throw new MatchingException(Reason.NOT_POSSIBLE, "the ledger does not take it");
        }
        put(id, State.CONFIRMED, applications, List.of(), before.attempt() + 1);
        return requireNonNull(decisions.get(id));
    }

    @Override
    public Decision setAside(Caller caller, TransactionId id, long version) throws MatchingException {
        return withoutBooking(caller, id, version, State.NOT_AN_INVOICE);
    }

    @Override
    public Decision undo(Caller caller, TransactionId id, long version) throws MatchingException {
        return withoutBooking(caller, id, version, State.NONE);
    }

    private Decision withoutBooking(Caller caller, TransactionId id, long version, State state)
            throws MatchingException {
        Decision before = seen(id, version);
        if (before.booking() == BookingStatus.BOOKED) {
            try {
                ledger.reverse(caller, new BookingKey(id.toString(), before.attempt()), "a test");
            } catch (LedgerUnavailableException e) {
                throw new MatchingException(Reason.LEDGER_AWAY, "away");
            }
        }
        put(id, state, List.of(), List.of(), before.attempt());
        return requireNonNull(decisions.get(id));
    }

    private Decision seen(TransactionId id, long version) throws MatchingException {
        Decision before = decisions.get(id);
        if (before == null || before.version() != version) {
            throw new MatchingException(Reason.CHANGED_MEANWHILE, "look again");
        }
        return before;
    }

    @Override
    public Page<InvoiceView> invoices(Caller caller, InvoiceQuery query) {
        return new Page<>(List.of(), null);
    }

    @Override
    public Map<DocumentId, InvoiceView> invoices(Caller caller, Collection<DocumentId> ids) {
        return Map.of();
    }

    @Override
    public OpenSales openSales(Caller caller, Set<Currency> currencies) {
        return new OpenSales(0, 0, List.of());
    }

    @Override
    public Page<LearnedFact> learned(Caller caller, FactQuery query) {
        return new Page<>(List.of(), null);
    }

    @Override
    public void forget(Caller caller, String fact) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LearnedFact correct(Caller caller, String fact, String partyId) {
        throw new UnsupportedOperationException();
    }
}
