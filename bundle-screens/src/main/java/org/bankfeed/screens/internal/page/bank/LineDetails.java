package org.bankfeed.screens.internal.page.bank;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.Proposal;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.LineConfidence;
import org.bankfeed.screens.internal.view.LineDetail;
import org.bankfeed.screens.internal.view.LineDocument;
import org.bankfeed.screens.internal.view.LineRow;
import org.bankfeed.screens.internal.view.LineShare;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Puts together all that is known of one line. Made for one answer. */
final class LineDetails {

    private final Rooms rooms;
    private final Caller caller;
    private final Locale language;
    private final BankLines lines;
    private final Format format;

    LineDetails(Rooms rooms, Caller caller, Locale language) {
        this.rooms = rooms;
        this.caller = caller;
        this.language = language;
        this.lines = new BankLines(rooms, caller);
        this.format = new Format(rooms.clock());
    }

    /** The id that an address or a form names. */
    static TransactionId id(String text) {
        try {
            return TransactionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed("This address names no bank line: go on from the list of the bank.");
        }
    }

    static BankTransaction line(Rooms rooms, Caller caller, TransactionId id) {
        return rooms.journal()
                .transaction(caller, id)
                .orElseThrow(() -> RefusedException.notFound("This company has no such bank line."));
    }

    LineDetail of(TransactionId id) {
        BankTransaction line = line(rooms, caller, id);
        List<Account> accounts = rooms.journal().accounts(caller);
        boolean there = lines.matching().isPresent();
        Decision decision = lines.matching()
                .flatMap(matching -> matching.decision(caller, id))
                .orElse(null);
        LineRows rows = new LineRows(lines, caller, accounts);
        Map<DocumentId, InvoiceView> documents = rows.documents(named(decision));
        LineRow row = there ? rows.of(line, decision, documents) : rows.ofUnknown(line);
        Account account = accounts.stream()
                .filter(one -> one.id().equals(id.account()))
                .findFirst()
                .orElse(null);
        List<Evidence> evidence = decision == null ? List.of() : decision.evidence();
        List<LineDetail.Fact> facts = LineFacts.of(line, account, evidence, format);
        return decision == null ? notTakenUp(row, facts) : taken(row, facts, decision, documents);
    }

    private static Set<DocumentId> named(@Nullable Decision decision) {
        Set<DocumentId> named = new LinkedHashSet<>();
        if (decision != null) {
            decision.applications().forEach(part -> named.add(part.document()));
            decision.proposals()
                    .forEach(proposal -> proposal.applications().forEach(part -> named.add(part.document())));
        }
        return named;
    }

    private static LineDetail notTakenUp(LineRow row, List<LineDetail.Fact> facts) {
        return new LineDetail(
                row,
                facts,
                row.mark().why(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                false,
                false,
                false,
                false,
                false);
    }

    private LineDetail taken(
            LineRow row, List<LineDetail.Fact> facts, Decision decision, Map<DocumentId, InvoiceView> documents) {
        boolean open = decision.state() == State.SUGGESTED || decision.state() == State.NONE;
        boolean still = decision.booking() != BookingStatus.REVERSING;
        boolean linked = decision.state() == State.LINKED;
        List<LineDetail.Proposed> proposals = open ? proposals(row, decision, documents) : List.of();
        return new LineDetail(
                row,
                facts,
                decided(decision),
                decision.problem() == null ? null : Words.sentence(decision.problem()),
                decision.state() == State.AUTOMATIC ? LineConfidence.of(decision.confidence()) : null,
                proposals.isEmpty() || decision.state() == State.NONE ? reasons(decision.evidence()) : List.of(),
                shares(decision.applications(), documents),
                proposals,
                decision.version(),
                caller.may(Role.BOOKKEEPER),
                open,
                still && !linked,
                still && !linked && decision.state() != State.NOT_AN_INVOICE,
                still && !open);
    }

    private @Nullable String decided(Decision decision) {
        String decided = state(decision);
        String counter = counterEntry(decision, format);
        if (counter == null) {
            return decided;
        }
        return decided == null ? counter : decided + " " + counter;
    }

    /** Where the counter-entry of what was taken back stands, if not on its own day. */
    static @Nullable String counterEntry(Decision decision, Format format) {
        return decision.counterEntry() == null
                ? null
                : "The counter-entry of the booking that was taken back stands on "
                        + format.day(decision.counterEntry()) + ", because the booking's own period is closed.";
    }

    private @Nullable String state(Decision decision) {
        String when = format.moment(decision.decidedAt());
        String who = decision.decidedBy();
        return switch (decision.state()) {
            case AUTOMATIC -> "Booked by itself on " + when + ".";
            case CONFIRMED -> "Confirmed by " + who + " on " + when + ".";
            case LINKED -> "Linked on " + when + " to a payment that the books had before.";
            case NOT_AN_INVOICE ->
                who == null ? "Recognised on " + when + " as no invoice." : "Set aside by " + who + " on " + when + ".";
            case SUGGESTED -> null;
            case NONE -> "No explanation is convincing enough to be suggested.";
        };
    }

    private List<LineDetail.Reason> reasons(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> new LineDetail.Reason(
                        one.speaks() == Evidence.Speaks.FOR, Words.sentence(one.sentence(language))))
                .toList();
    }

    private List<LineDetail.Proposed> proposals(
            LineRow row, Decision decision, Map<DocumentId, InvoiceView> documents) {
        List<LineDetail.Proposed> proposed = new ArrayList<>();
        for (int n = 0; n < decision.proposals().size(); n++) {
            Proposal proposal = decision.proposals().get(n);
            proposed.add(new LineDetail.Proposed(
                    n,
                    LineConfidence.of(proposal.confidence()),
                    shares(proposal.applications(), documents),
                    reasons(proposal.evidence()),
                    rest(row.amount(), proposal.applications(), documents)));
        }
        return proposed;
    }

    /** What of the line would stay unapplied, or null for nothing. */
    private @Nullable String rest(
            @Nullable Money amount, List<Application> applications, Map<DocumentId, InvoiceView> documents) {
        if (amount == null) {
            return null;
        }
        Money rest = amount.abs();
        for (Application part : applications) {
            InvoiceView view = documents.get(part.document());
            if (part.takesBack() != null || view == null) {
                return null;
            }
            rest = fits(view.item(), amount) ? rest.minus(part.amount()) : rest.plus(part.amount());
        }
        return rest.signum() > 0 ? format.money(rest) : null;
    }

    /** Whether a document is settled by money that goes the way of this line; else it is set off. */
    static boolean fits(OpenItem item, Money amount) {
        boolean byMoneyIn = item.direction() == OpenItem.Direction.SALES == (item.type() == OpenItem.Type.INVOICE);
        return byMoneyIn == amount.signum() > 0;
    }

    private static List<LineShare> shares(List<Application> applications, Map<DocumentId, InvoiceView> documents) {
        return applications.stream()
                .map(part -> new LineShare(
                        LineDocument.of(part.document(), documents.get(part.document())),
                        part.amount(),
                        part.writeOff().isZero() ? null : part.writeOff(),
                        part.takesBack() == null
                                ? null
                                : LineRows.href(id(part.takesBack().transaction()))))
                .toList();
    }
}
