package org.bankfeed.matching.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceLedger;
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
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.listing.Decisions;
import org.bankfeed.matching.internal.listing.Invoices;
import org.bankfeed.matching.internal.listing.OnItsWay;
import org.bankfeed.matching.internal.neighbour.Neighbours;
import org.bankfeed.matching.internal.person.Learned;
import org.bankfeed.matching.internal.person.PersonsActs;
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
            Migration.of(StorePaymentMatching.class, "V10__batches_of_several_files.sql"),
            Migration.of(StorePaymentMatching.class, "V11__money_given_back.sql"));

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
        Neighbours there = neighbours();
        return desk(caller).inTurn(desk -> new Run(desk, caller, there).work());
    }

    @Override
    public Page<Decision> decisions(Caller caller, DecisionQuery query) {
        return decisions(caller).page(query);
    }

    @Override
    public Optional<Decision> decision(Caller caller, TransactionId transaction) {
        return decisions(caller).one(transaction);
    }

    @Override
    public Map<TransactionId, Decision> decisions(Caller caller, Collection<TransactionId> transactions) {
        return decisions(caller).several(transactions);
    }

    @Override
    public Map<State, Long> counts(Caller caller) {
        return decisions(caller).counts();
    }

    @Override
    public Map<TransactionId, List<TransactionId>> givenBackBy(Caller caller, Collection<TransactionId> transactions) {
        return decisions(caller).givenBackBy(transactions);
    }

    private Decisions decisions(Caller caller) {
        caller.require("see decisions", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return new Decisions(stage, caller.company());
    }

    @Override
    public Decision confirm(Caller caller, TransactionId transaction, long version, List<Application> applications)
            throws MatchingException {
        caller.require("confirm a match", Role.BOOKKEEPER);
        List<Application> said = List.copyOf(applications);
        return desk(caller).inTurn(desk -> acts(desk, caller, transaction).confirm(version, said));
    }

    @Override
    public Decision setAside(Caller caller, TransactionId transaction, long version) throws MatchingException {
        caller.require("set a line aside", Role.BOOKKEEPER);
        return desk(caller).inTurn(desk -> acts(desk, caller, transaction).setAside(version));
    }

    @Override
    public Decision undo(Caller caller, TransactionId transaction, long version) throws MatchingException {
        caller.require("undo a match", Role.BOOKKEEPER);
        return desk(caller).inTurn(desk -> acts(desk, caller, transaction).undo(version));
    }

    private PersonsActs acts(Desk desk, Caller caller, TransactionId transaction) {
        return new PersonsActs(desk, caller, neighbours(), transaction);
    }

    @Override
    public Page<InvoiceView> invoices(Caller caller, InvoiceQuery query) {
        caller.require("see invoices", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return look(caller, invoices -> invoices.page(query));
    }

    @Override
    public Map<DocumentId, InvoiceView> invoices(Caller caller, Collection<DocumentId> ids) {
        caller.require("see invoices", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return ids.isEmpty() ? Map.of() : look(caller, invoices -> invoices.several(ids));
    }

    @Override
    public OpenSales openSales(Caller caller, Set<Currency> currencies) {
        caller.require("count invoices", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return look(caller, invoices -> invoices.openSales(currencies));
    }

    private <T> T look(Caller caller, Function<Invoices, T> at) {
        Map<DocumentId, Evidence> coming = onItsWay.of(caller, desk(caller), neighbours());
        return stage.inTransaction(
                unit -> at.apply(new Invoices(unit, caller.company(), coming, LocalDate.now(clock))));
    }

    @Override
    public Page<LearnedFact> learned(Caller caller, FactQuery query) {
        caller.require("see what was learned", Role.VIEWER, Role.BOOKKEEPER, Role.JOB);
        return new Learned(desk(caller), caller).page(query);
    }

    @Override
    public void forget(Caller caller, String fact) throws MatchingException {
        caller.require("forget what was learned", Role.BOOKKEEPER);
        desk(caller).inTurn(desk -> new Learned(desk, caller).forget(fact));
    }

    @Override
    public LearnedFact correct(Caller caller, String fact, String partyId) throws MatchingException {
        caller.require("correct what was learned", Role.BOOKKEEPER);
        return desk(caller).inTurn(desk -> new Learned(desk, caller).correct(fact, partyId));
    }

    private Desk desk(Caller caller) {
        return desks.computeIfAbsent(caller.company(), company -> new Desk(company, stage, clock));
    }

    private Neighbours neighbours() {
        return new Neighbours(journal, ledgers, payments);
    }
}
