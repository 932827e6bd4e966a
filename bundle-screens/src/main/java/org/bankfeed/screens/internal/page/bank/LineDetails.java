package org.bankfeed.screens.internal.page.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.Proposal;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.LineConfidence;
import org.bankfeed.screens.internal.view.LineDetail;
import org.bankfeed.screens.internal.view.LineDocument;
import org.bankfeed.screens.internal.view.LineLink;
import org.bankfeed.screens.internal.view.LineRow;
import org.bankfeed.screens.internal.view.LineShare;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Puts together all that is known of one line. Made for one answer. */
final class LineDetails {

    private final Rooms rooms;
    private final Caller caller;
    private final Texts texts;
    private final BankLines lines;
    private final Format format;
    private final MoneyBack moneyBack;

    LineDetails(Rooms rooms, Visit visit) {
        this.rooms = rooms;
        this.caller = visit.caller();
        this.texts = visit.texts();
        this.lines = new BankLines(rooms, caller);
        this.format = new Format(rooms.clock(), texts);
        this.moneyBack = new MoneyBack(rooms, caller, texts);
    }

    /** The id that an address or a form names. */
    static TransactionId id(String text) {
        try {
            return TransactionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("line.no-address"));
        }
    }

    static BankTransaction line(Rooms rooms, Caller caller, TransactionId id) {
        return rooms.journal()
                .transaction(caller, id)
                .orElseThrow(() -> RefusedException.notFound(Message.of("line.none")));
    }

    LineDetail of(TransactionId id) {
        BankTransaction line = line(rooms, caller, id);
        List<Account> accounts = rooms.journal().accounts(caller);
        boolean there = lines.matching().isPresent();
        Decision decision = lines.matching()
                .flatMap(matching -> matching.decision(caller, id))
                .orElse(null);
        LineRows rows = new LineRows(lines, caller, accounts, texts);
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
            if (decision.about() != null) {
                named.add(decision.about());
            }
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
                null,
                List.of(),
                null,
                List.of(),
                0,
                false,
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
        List<LineLink> after = after(decision);
        Map<TransactionId, LineLink> before = moneyBack.before(decision);
        List<LineDetail.Proposed> proposals = open ? proposals(row, decision, documents, before) : List.of();
        return new LineDetail(
                row,
                facts,
                decided(decision, !after.isEmpty()),
                decision.problem() == null ? null : Message.all(decision.problem()),
                decision.state() == State.AUTOMATIC ? LineConfidence.of(decision.confidence()) : null,
                proposals.isEmpty() || decision.state() == State.NONE ? reasons(decision.evidence()) : List.of(),
                shares(row.amount(), decision.applications(), documents, before),
                decision.applications().isEmpty() ? null : rest(row.amount(), decision.applications(), documents),
                moneyBack(decision, before, after),
                decision.about() == null ? null : LineDocument.of(decision.about(), documents.get(decision.about())),
                proposals,
                decision.version(),
                caller.may(Role.BOOKKEEPER),
                open,
                open && decision.about() != null && isInTheBooks(decision),
                still && !linked,
                still && !linked && decision.state() != State.NOT_AN_INVOICE,
                still && !open);
    }

    /** What this line gives back without a booking, then what gave this one's money back. */
    private static List<LineLink> moneyBack(
            Decision decision, Map<TransactionId, LineLink> before, List<LineLink> after) {
        List<LineLink> links = new ArrayList<>();
        if (decision.givesBack() != null) {
            links.add(Objects.requireNonNull(before.get(decision.givesBack())));
        }
        links.addAll(after);
        return links;
    }

    private List<LineLink> after(Decision decision) {
        return lines.matching()
                .map(matching -> moneyBack.after(matching, decision.transaction()))
                .orElse(List.of());
    }

    private static @Nullable Message decided(Decision decision, boolean wentBack) {
        boolean twice = decision.state() == State.NONE && says(decision, ReasonCode.PAID_ON);
        Message decided = twice && wentBack ? Message.of("line.decided.paid-and-gone-back") : state(decision);
        Message counter = counterEntry(decision);
        if (counter == null) {
            return decided;
        }
        return decided == null ? counter : Message.all(decided, counter);
    }

    /** Where the counter-entry of what was taken back stands, if not on its own day. */
    static @Nullable Message counterEntry(Decision decision) {
        return decision.counterEntry() == null ? null : Message.of("line.counter-entry", decision.counterEntry());
    }

    /** What was decided, by whom and when; {@code null} of what waits for a person. */
    static @Nullable Message state(Decision decision) {
        Instant when = decision.decidedAt();
        String who = Objects.requireNonNullElse(decision.decidedBy(), "");
        return switch (decision.state()) {
            case AUTOMATIC -> Message.of("line.decided.automatic", when);
            case CONFIRMED -> Message.of("line.decided.confirmed", who, when);
            case LINKED ->
                who.isEmpty()
                        ? Message.of("line.decided.linked", when)
                        : Message.of("line.decided.linked.by", who, when);
            case NOT_AN_INVOICE ->
                who.isEmpty() ? Message.of("line.decided.none", when) : Message.of("line.decided.set-aside", who, when);
            case SUGGESTED -> null;
            case NONE -> nothing(decision);
        };
    }

    /** What is to be said of an open line before its reasons; {@code null} if they say it all. */
    private static @Nullable Message nothing(Decision decision) {
        for (Evidence reason : decision.evidence()) {
            switch (reason.code()) {
                case PAID_ON -> {
                    return Message.of("line.decided.paid-before");
                }
                case GIVES_BACK_TOO_MUCH, GIVES_BACK_PAYMENT -> {
                    return Message.of("line.decided.gives-back");
                }
                case CLOSED_BY_HAND, BOOKS_HOLD_PAYMENT -> {
                    return Message.of("line.decided.in-the-books");
                }
                default -> {}
            }
        }
        return decision.evidence().isEmpty() ? Message.of("line.decided.nothing") : null;
    }

    private static boolean isInTheBooks(Decision decision) {
        return says(decision, ReasonCode.CLOSED_BY_HAND) || says(decision, ReasonCode.BOOKS_HOLD_PAYMENT);
    }

    private static boolean says(Decision decision, ReasonCode code) {
        return decision.evidence().stream().anyMatch(one -> one.code() == code);
    }

    /** Each once: two fields may say the same. */
    private List<LineDetail.Reason> reasons(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> new LineDetail.Reason(one.speaks() == Evidence.Speaks.FOR, Words.sentence(texts.say(one))))
                .distinct()
                .toList();
    }

    private List<LineDetail.Proposed> proposals(
            LineRow row,
            Decision decision,
            Map<DocumentId, InvoiceView> documents,
            Map<TransactionId, LineLink> before) {
        List<LineDetail.Proposed> proposed = new ArrayList<>();
        for (int n = 0; n < decision.proposals().size(); n++) {
            Proposal proposal = decision.proposals().get(n);
            proposed.add(new LineDetail.Proposed(
                    n,
                    LineConfidence.of(proposal.confidence()),
                    shares(row.amount(), proposal.applications(), documents, before),
                    reasons(proposal.evidence()),
                    rest(row.amount(), proposal.applications(), documents)));
        }
        return proposed;
    }

    /** What of the line would stay unapplied, or null for nothing. */
    private static @Nullable Money rest(
            @Nullable Money amount, List<Application> applications, Map<DocumentId, InvoiceView> documents) {
        if (amount == null) {
            return null;
        }
        Money rest = amount.abs();
        for (Application part : applications) {
            InvoiceView view = documents.get(part.document());
            if (view == null) {
                return null;
            }
            rest = view.item().isSettledBy(amount) ? rest.minus(part.amount()) : rest.plus(part.amount());
        }
        return rest.signum() > 0 ? rest : null;
    }

    private static List<LineShare> shares(
            @Nullable Money amount,
            List<Application> applications,
            Map<DocumentId, InvoiceView> documents,
            Map<TransactionId, LineLink> before) {
        return applications.stream()
                .map(part -> new LineShare(
                        LineDocument.of(part.document(), documents.get(part.document())),
                        part.amount(),
                        part.writeOff().isZero() ? null : part.writeOff(),
                        isSetOff(amount, part, documents.get(part.document())),
                        part.takesBack() == null
                                ? null
                                : before.get(
                                        TransactionId.parse(part.takesBack().transaction()))))
                .toList();
    }

    private static boolean isSetOff(@Nullable Money amount, Application part, @Nullable InvoiceView view) {
        return amount != null
                && view != null
                && part.takesBack() == null
                && !view.item().isSettledBy(amount);
    }
}
