package org.bankfeed.shell.internal.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Decisions in memory; pages are small so that paging shows. */
final class FakeMatching implements PaymentMatching {

    static final int PAGE = 2;

    final List<LearnedFact> facts = new ArrayList<>();
    final Map<TransactionId, Decision> decisions = new LinkedHashMap<>();
    final List<InvoiceView> invoices = new ArrayList<>();
    OpenSales openSales = new OpenSales(0, 0, List.of());

    @Override
    public WorkReceipt work(Caller caller) {
        caller.require("match", Role.BOOKKEEPER, Role.JOB);
        return new WorkReceipt(3, 1, 2, 1, 0, null);
    }

    @Override
    public Page<Decision> decisions(Caller caller, DecisionQuery query) {
        List<Decision> found = decisions.values().stream()
                .filter(d -> query.states().isEmpty() || query.states().contains(d.state()))
                .toList();
        return page(found, query.after(), query.limit());
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

    /** Later lines that gave back what a line brought. */
    final Map<TransactionId, List<TransactionId>> givenBack = new HashMap<>();

    @Override
    public Map<TransactionId, List<TransactionId>> givenBackBy(Caller caller, Collection<TransactionId> transactions) {
        Map<TransactionId, List<TransactionId>> found = new LinkedHashMap<>(givenBack);
        found.keySet().retainAll(transactions);
        return found;
    }

    @Override
    public Map<Decision.State, Long> counts(Caller caller) {
        Map<Decision.State, Long> counts = new EnumMap<>(Decision.State.class);
        for (Decision.State state : Decision.State.values()) {
            counts.put(
                    state,
                    decisions.values().stream().filter(d -> d.state() == state).count());
        }
        return counts;
    }

    @Override
    public Decision confirm(Caller caller, TransactionId transaction, long version, List<Application> applications)
            throws MatchingException {
        caller.require("confirm a match", Role.BOOKKEEPER);
        return change(caller, transaction, version, Decision.State.CONFIRMED, applications);
    }

    @Override
    public Decision setAside(Caller caller, TransactionId transaction, long version) throws MatchingException {
        return change(caller, transaction, version, Decision.State.NOT_AN_INVOICE, List.of());
    }

    @Override
    public Decision undo(Caller caller, TransactionId transaction, long version) throws MatchingException {
        return change(caller, transaction, version, Decision.State.NONE, List.of());
    }

    private Decision change(
            Caller caller, TransactionId id, long version, Decision.State state, List<Application> applications)
            throws MatchingException {
        Decision old = decisions.get(id);
        if (old == null || old.version() != version) {
            throw new MatchingException(MatchingException.Reason.CHANGED_MEANWHILE, "Somebody changed it: look again");
        }
        Decision changed = new Decision(
                id,
                state,
                Decision.BookingStatus.BOOKED,
                applications,
                1,
                old.evidence(),
                List.of(),
                1,
                version + 1,
                caller.name(),
                Instant.EPOCH,
                null);
        decisions.put(id, changed);
        return changed;
    }

    @Override
    public Page<InvoiceView> invoices(Caller caller, InvoiceQuery query) {
        caller.require("see invoices", Role.VIEWER);
        List<InvoiceView> found = invoices.stream()
                .filter(v -> query.standings().isEmpty() || query.standings().contains(v.standing()))
                .filter(v -> query.direction() == null
                        || query.direction() == v.item().direction())
                .toList();
        return page(found, query.after(), query.limit());
    }

    @Override
    public Map<DocumentId, InvoiceView> invoices(Caller caller, Collection<DocumentId> ids) {
        caller.require("see invoices", Role.VIEWER);
        Map<DocumentId, InvoiceView> found = new LinkedHashMap<>();
        for (DocumentId id : ids) {
            invoices.stream().filter(v -> v.item().id().equals(id)).forEach(v -> found.put(id, v));
        }
        return found;
    }

    @Override
    public OpenSales openSales(Caller caller, Set<Currency> currencies) {
        caller.require("count invoices", Role.VIEWER);
        return currencies.isEmpty() ? new OpenSales(0, 0, List.of()) : openSales;
    }

    @Override
    public Page<LearnedFact> learned(Caller caller, FactQuery query) {
        caller.require("see what was learned", Role.VIEWER);
        List<LearnedFact> found = facts.stream()
                .filter(fact -> query.kinds().isEmpty() || query.kinds().contains(fact.kind()))
                .filter(fact -> fact.thirdParty() || !query.thirdParties())
                .toList();
        return page(found, query.after(), query.limit());
    }

    @Override
    public void forget(Caller caller, String fact) throws MatchingException {
        caller.require("forget what was learned", Role.BOOKKEEPER);
        if (!facts.removeIf(one -> one.id().equals(fact))) {
            throw new MatchingException(MatchingException.Reason.NOT_FOUND, "this is not known any more");
        }
    }

    @Override
    public LearnedFact correct(Caller caller, String fact, String partyId) throws MatchingException {
        LearnedFact old =
                facts.stream().filter(one -> one.id().equals(fact)).findFirst().orElseThrow();
        forget(caller, fact);
        LearnedFact now = new LearnedFact(
                fact + "-2",
                old.kind(),
                old.value(),
                partyId,
                partyId,
                null,
                false,
                1,
                0,
                0,
                null,
                caller.name(),
                old.at());
        facts.add(now);
        return now;
    }

    private static <T> Page<T> page(List<T> all, @Nullable String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(all.size(), from + Math.min(limit, PAGE));
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }
}
