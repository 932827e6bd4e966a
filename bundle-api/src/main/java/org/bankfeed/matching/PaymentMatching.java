package org.bankfeed.matching;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decides what each bank line pays, books what has one explanation, and leaves the rest to a person with its reasons.
 *
 * <p>It reads the journal's log and the ledger's changes from positions that it commits together with what it made of
 * them; a journal or ledger that is away means later, never lost or twice. Every method checks the caller's role and
 * sees the caller's company only ({@link org.bankfeed.access.AccessDeniedException}). Safe for use by many threads.
 */
@ProviderType
public interface PaymentMatching {

    /**
     * Takes up what is new in the ledger and the journal, decides, and sends bookings (bookkeeper or job). Returns when
     * nothing new is left. One run of a company at a time; a second call waits for its turn.
     */
    WorkReceipt work(Caller caller);

    /** Decisions in the order in which the lines came (viewer). */
    Page<Decision> decisions(Caller caller, DecisionQuery query);

    /** What was decided of a line (viewer); empty if it was not taken up (yet). */
    Optional<Decision> decision(Caller caller, TransactionId transaction);

    /**
     * What was decided of several lines (viewer), at most 500; those that were not taken up (yet) are left out.
     */
    Map<TransactionId, Decision> decisions(Caller caller, Collection<TransactionId> transactions);

    /**
     * Which later lines gave back what some lines brought (viewer), oldest first: those that take their bookings back (a
     * return, a reversal), and those that settle nothing and give back what came twice or too much
     * ({@link Decision#givesBack}). Lines of which nothing was given back are left out.
     *
     * @param transactions at most 500
     */
    Map<TransactionId, List<TransactionId>> givenBackBy(Caller caller, Collection<TransactionId> transactions);

    /** How many lines stand in each state (viewer); a state without lines counts 0. Costs one pass over an index. */
    Map<Decision.State, Long> counts(Caller caller);

    /**
     * Books a line as a person says: one of the proposals or his own choice (bookkeeper). A line that is booked already
     * is undone first, in the same act. It teaches which account, name and mandate pay for which party, and of the parties
     * that were proposed instead, that this account does not pay for them.
     *
     * <p>If all that he names was settled by hand, and not by lines, the books hold the payment already: the line is
     * linked ({@link Decision.State#LINKED}), and nothing is booked. So a link that was undone is made again.
     *
     * @param version of the decision that he saw
     * @param applications what it settles; write-offs included
     * @throws MatchingException see its reasons
     */
    Decision confirm(Caller caller, TransactionId transaction, long version, List<Application> applications)
            throws MatchingException;

    /**
     * Says that a line pays no invoice (bookkeeper). A line that is booked already is undone first, in the same act.
     *
     * @throws MatchingException see its reasons
     */
    Decision setAside(Caller caller, TransactionId transaction, long version) throws MatchingException;

    /**
     * Takes back what was decided of a line, by the engine or a person (bookkeeper): its booking is reversed by a
     * counter-entry, what it taught is forgotten, and the line is open again; it is not booked by itself again. If the
     * period of the booking is closed, the counter-entry stands in the first open one: {@link Decision#counterEntry}.
     *
     * @throws MatchingException see its reasons; {@code NOT_POSSIBLE} names the later line that took back (part of) it
     */
    Decision undo(Caller caller, TransactionId transaction, long version) throws MatchingException;

    /** Every document ever seen, paid ones too, in the query's order (viewer). */
    Page<InvoiceView> invoices(Caller caller, InvoiceQuery query);

    /** Several documents (viewer), at most 500; those that this company does not have are left out. */
    Map<DocumentId, InvoiceView> invoices(Caller caller, Collection<DocumentId> ids);

    /** One document (viewer); empty if this company has none of that id. */
    default Optional<InvoiceView> invoice(Caller caller, DocumentId id) {
        return Optional.ofNullable(invoices(caller, Set.of(id)).get(id));
    }

    /**
     * Counts the sales invoices that are open in some currencies (viewer): those that a payment may have settled while an
     * account is not read. Costs one pass over the company's documents.
     *
     * @param currencies only these; none counts nothing
     */
    OpenSales openSales(Caller caller, Set<Currency> currencies);

    /**
     * What was learned of who pays for whom (viewer), by the party's name. Costs a pass over all that was learned. What the
     * host has on file of an account ({@link org.bankfeed.invoice.Party#accounts}) is not learned and does not stand here.
     */
    Page<LearnedFact> learned(Caller caller, FactQuery query);

    /**
     * Forgets a fact (bookkeeper), whatever taught it: from the next line on it counts no more. Later bookings may teach it
     * anew. Nothing that was decided changes.
     *
     * @param fact its {@link LearnedFact#id}
     * @throws MatchingException {@code NOT_FOUND} if it was not learned, or is forgotten already
     */
    void forget(Caller caller, String fact) throws MatchingException;

    /**
     * Says for which party an account, name or mandate pays instead (bookkeeper): the fact is forgotten and the other takes
     * its place, in the same act, from the next line on.
     *
     * @param fact its {@link LearnedFact#id}
     * @param partyId the host's id of the party for which it pays; one that has or had a document
     * @return the fact that took its place
     * @throws MatchingException {@code NOT_FOUND} if there is no such fact or party, {@code NOT_POSSIBLE} if it says so
     *     already
     */
    LearnedFact correct(Caller caller, String fact, String partyId) throws MatchingException;
}
