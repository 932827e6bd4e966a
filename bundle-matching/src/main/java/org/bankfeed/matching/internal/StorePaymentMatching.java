package org.bankfeed.matching.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.matching.internal.booking.Dispatch;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.intake.Intake;
import org.bankfeed.matching.internal.listing.Invoices;
import org.bankfeed.matching.internal.listing.OnItsWay;
import org.bankfeed.matching.internal.neighbour.Neighbours;
import org.bankfeed.matching.internal.person.Learned;
import org.bankfeed.matching.internal.person.PersonsActs;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The matching, kept in the store. Checks the caller's role; journal and ledgers come and go while it stays. */
@Component(service = PaymentMatching.class)
public final class StorePaymentMatching implements PaymentMatching {

    private static final int MOST_AT_ONCE = 500;

    static final List<Migration> SCHEMA = List.of(
            Migration.of(StorePaymentMatching.class, "V1__documents_lines_and_decisions.sql"),
            Migration.of(StorePaymentMatching.class, "V2__open_lines_judged_again.sql"),
            Migration.of(StorePaymentMatching.class, "V3__history_read_piece_by_piece.sql"),
            Migration.of(StorePaymentMatching.class, "V4__parts_held_back.sql"),
            Migration.of(StorePaymentMatching.class, "V5__rules_of_the_company.sql"),
            Migration.of(StorePaymentMatching.class, "V6__facts_that_a_person_said.sql"),
            Migration.of(StorePaymentMatching.class, "V7__payments_of_ours_carried_out.sql"),
            Migration.of(StorePaymentMatching.class, "V8__counter_entries_in_another_period.sql"),
            Migration.of(StorePaymentMatching.class, "V9__payments_of_ours_as_they_were_told.sql"),
            Migration.of(StorePaymentMatching.class, "V10__batches_of_several_files.sql"));

    private final Stage stage;
    private final Clock clock;
    private final Map<CompanyId, Desk> desks = new ConcurrentHashMap<>();
    private final OnItsWay onItsWay;
    private final List<InvoiceLedger> ledgers = new CopyOnWriteArrayList<>();
    private volatile @Nullable BankJournal journal;
    private volatile @Nullable HostPayments payments;

    /** Opens the matching's stage. */
    @Activate
    public StorePaymentMatching(
            @Reference Store store,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Clock clock) {
        this.stage = store.stage("matching", SCHEMA);
        this.clock = clock == null ? Clock.systemUTC() : clock;
        this.onItsWay = new OnItsWay(stage);
    }

    /** A ledger has come. */
    @Reference(
            service = InvoiceLedger.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void bindLedger(InvoiceLedger ledger) {
        ledgers.add(ledger);
    }

    /** A ledger has left. */
    public void unbindLedger(InvoiceLedger ledger) {
        ledgers.remove(ledger);
    }

    /** The journal has come. */
    @Reference(
            service = BankJournal.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindJournal(BankJournal bound) {
        journal = bound;
    }

    /** The journal has left, unless another one took its place. */
    public void unbindJournal(BankJournal bound) {
        if (journal == bound) {
            journal = null;
        }
    }

    /** The host tells of its own payments. */
    @Reference(
            service = HostPayments.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPayments(HostPayments bound) {
        payments = bound;
    }

    /** The host tells no more, unless another one took its place. */
    public void unbindPayments(HostPayments bound) {
        if (payments == bound) {
            payments = null;
        }
    }

    @Override
    public WorkReceipt work(Caller caller) {
        caller.require("match payments", Role.BOOKKEEPER, Role.JOB);
        Desk desk = desk(caller);
        Neighbours there = neighbours();
        desk.turn.lock();
        try {
            return work(desk, caller, there);
        } finally {
            desk.turn.unlock();
        }
    }

    private static WorkReceipt work(Desk desk, Caller caller, Neighbours there) {
        Intake intake = new Intake(desk, caller);
        Neighbours.Choice choice = desk.look((unit, row, book) -> there.ledgerOf(row));
        InvoiceLedger ledger = choice.ledger();
        BankJournal journal = there.journal();
        String waiting = null;
        if (ledger == null) {
            waiting = choice.sentence();
        } else {
            try {
                Dispatch dispatch = new Dispatch(desk, caller, ledger);
                boolean more = true;
                while (more) {
                    dispatch.sendAll();
                    int before = intake.automatic;
                    intake.takeItems(ledger, there.payments());
                    boolean lines = journal != null && intake.takeLines(journal, there.payments());
                    if (!lines) {
                        intake.reviseOpenLines();
                    }
                    more = lines || intake.automatic > before; // what was booked by itself is sent
                }
                waiting = journal == null ? "the bank journal is not there" : null;
            } catch (LedgerUnavailableException e) {
                waiting = "the invoice ledger did not answer: " + e.getMessage();
            }
        }
        int pending = desk.look((unit, row, book) -> LineTable.underWayCount(unit, desk.company));
        return new WorkReceipt(intake.lines, intake.items, intake.automatic, intake.suggested, pending, waiting);
    }

    @Override
    public Page<Decision> decisions(Caller caller, DecisionQuery query) {
        caller.require("see decisions", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        List<Taken> found = stage.inTransaction(unit -> LineTable.page(unit, caller.company(), query));
        boolean more = found.size() > query.limit();
        List<Taken> shown = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                shown.stream().map(Taken::decision).toList(),
                more ? Long.toString(shown.get(shown.size() - 1).sequence) : null);
    }

    @Override
    public Optional<Decision> decision(Caller caller, TransactionId transaction) {
        caller.require("see decisions", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return stage.inTransaction(unit ->
                LineTable.one(unit, caller.company(), transaction.toString()).map(Taken::decision));
    }

    @Override
    public Map<TransactionId, Decision> decisions(Caller caller, Collection<TransactionId> transactions) {
        caller.require("see decisions", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        Set<TransactionId> asked = atMost500(transactions);
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<String> ids = asked.stream().map(TransactionId::toString).toList();
        return inOrder(
                asked,
                stage.inTransaction(unit -> LineTable.several(unit, caller.company(), ids)).stream()
                        .map(Taken::decision)
                        .collect(Collectors.toMap(Decision::transaction, Function.identity())));
    }

    @Override
    public Map<State, Long> counts(Caller caller) {
        caller.require("see decisions", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return stage.inTransaction(unit -> LineTable.counts(unit, caller.company()));
    }

    /** What was asked for, each once; a page of a screen asks for few, and a statement does not take any number. */
    private static <T> Set<T> atMost500(Collection<T> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    ids.size() + " ids are too many at once; ask for at most " + MOST_AT_ONCE);
        }
        return new LinkedHashSet<>(ids);
    }

    /** What was found, in the order in which it was asked for. */
    private static <K, V> Map<K, V> inOrder(Set<K> asked, Map<K, V> found) {
        Map<K, V> ordered = new LinkedHashMap<>();
        for (K id : asked) {
            V value = found.get(id);
            if (value != null) {
                ordered.put(id, value);
            }
        }
        return Collections.unmodifiableMap(ordered);
    }

    @Override
    public Decision confirm(Caller caller, TransactionId transaction, long version, List<Application> applications)
            throws MatchingException {
        caller.require("confirm a match", Role.BOOKKEEPER);
        return alone(caller, transaction, acts -> acts.confirm(version, List.copyOf(applications)));
    }

    @Override
    public Decision setAside(Caller caller, TransactionId transaction, long version) throws MatchingException {
        caller.require("set a line aside", Role.BOOKKEEPER);
        return alone(caller, transaction, acts -> acts.setAside(version));
    }

    @Override
    public Decision undo(Caller caller, TransactionId transaction, long version) throws MatchingException {
        caller.require("undo a match", Role.BOOKKEEPER);
        return alone(caller, transaction, acts -> acts.undo(version));
    }

    /** What a person does when it is his turn. */
    @FunctionalInterface
    private interface Turn {
        Decision take(PersonsActs acts) throws MatchingException;
    }

    private Decision alone(Caller caller, TransactionId transaction, Turn turn) throws MatchingException {
        Desk desk = desk(caller);
        desk.turn.lock();
        try {
            return turn.take(new PersonsActs(desk, caller, neighbours(), transaction));
        } finally {
            desk.turn.unlock();
        }
    }

    @Override
    public Page<InvoiceView> invoices(Caller caller, InvoiceQuery query) {
        caller.require("see invoices", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        Map<DocumentId, Evidence> onItsWay = onItsWay(caller);
        return stage.inTransaction(
                unit -> new Invoices(unit, caller.company(), onItsWay, LocalDate.now(clock)).page(query));
    }

    @Override
    public Map<DocumentId, InvoiceView> invoices(Caller caller, Collection<DocumentId> ids) {
        caller.require("see invoices", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        Set<DocumentId> asked = atMost500(ids);
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<DocumentId, Evidence> onItsWay = onItsWay(caller);
        List<InvoiceView> found = stage.inTransaction(
                unit -> new Invoices(unit, caller.company(), onItsWay, LocalDate.now(clock)).several(asked));
        return inOrder(
                asked,
                found.stream().collect(Collectors.toMap(view -> view.item().id(), Function.identity())));
    }

    @Override
    public OpenSales openSales(Caller caller, Set<Currency> currencies) {
        caller.require("count invoices", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        Map<DocumentId, Evidence> onItsWay = onItsWay(caller);
        return stage.inTransaction(
                unit -> new Invoices(unit, caller.company(), onItsWay, LocalDate.now(clock)).openSales(currencies));
    }

    private Map<DocumentId, Evidence> onItsWay(Caller caller) {
        return onItsWay.of(caller, desk(caller), neighbours());
    }

    @Override
    public Page<LearnedFact> learned(Caller caller, FactQuery query) {
        caller.require("see what was learned", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return new Learned(desk(caller), caller).page(query);
    }

    @Override
    public void forget(Caller caller, String fact) throws MatchingException {
        caller.require("forget what was learned", Role.BOOKKEEPER);
        Desk desk = desk(caller);
        desk.turn.lock();
        try {
            new Learned(desk, caller).forget(fact);
        } finally {
            desk.turn.unlock();
        }
    }

    @Override
    public LearnedFact correct(Caller caller, String fact, String partyId) throws MatchingException {
        caller.require("correct what was learned", Role.BOOKKEEPER);
        Desk desk = desk(caller);
        desk.turn.lock();
        try {
            return new Learned(desk, caller).correct(fact, partyId);
        } finally {
            desk.turn.unlock();
        }
    }

    private Desk desk(Caller caller) {
        return desks.computeIfAbsent(caller.company(), company -> new Desk(company, stage, clock));
    }

    private Neighbours neighbours() {
        return new Neighbours(journal, ledgers, payments);
    }
}
