package org.bankfeed.screens.internal.page.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.Application;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.session.Flash;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line: what the bank said, what it pays and why, and a person's word on it. As a page of its own; for htmx as the row
 * of the list with its evidence below it, so that row and evidence never say different things.
 */
public final class LinePage {

    private final Rooms rooms;

    public LinePage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        return shown(visit, 200, asked(visit), null);
    }

    /** Goes to the open line that has waited longest. */
    public Answer next(Visit visit) {
        Optional<TransactionId> next = new BankLines(rooms, visit.caller()).nextToDecide(asked(visit));
        if (next.isEmpty()) {
            visit.say(Message.of("bank.decided"));
        }
        return new Answer.See(next.map(LineRows::href).orElse("/bank"));
    }

    public Answer confirm(Visit visit) throws MatchingException {
        long proposal = visit.parameters().number("proposal", Message.of("form.proposal"));
        return act(visit, Message.of("line.confirmed"), (matching, caller, id, version) -> {
            // A proposal is a place in the decision that was seen; in a later one that place may hold another.
            List<Application> parts = matching.decision(caller, id)
                    .filter(now -> now.version() == version)
                    .map(now -> chosen(now, proposal))
                    .orElse(List.of());
            return matching.confirm(caller, id, version, parts);
        });
    }

    /** Says again that the books hold the line's payment, as the document shows of which it speaks. */
    public Answer link(Visit visit) throws MatchingException {
        Optional<Money> amount = rooms.journal().transactions(visit.caller(), List.of(asked(visit))).stream()
                .map(BankTransaction::line)
                .filter(Objects::nonNull)
                .map(line -> line.amount().abs())
                .findFirst();
        return act(visit, Message.of("line.linked"), (matching, caller, id, version) -> {
            List<Application> parts = matching.decision(caller, id)
                    .filter(now -> now.version() == version)
                    .map(Decision::about)
                    .flatMap(about -> amount.map(whole -> List.of(Application.of(about, whole))))
                    .orElse(List.of());
            return matching.confirm(caller, id, version, parts);
        });
    }

    public Answer setAside(Visit visit) throws MatchingException {
        return act(visit, Message.of("line.was-set-aside"), PaymentMatching::setAside);
    }

    public Answer undo(Visit visit) throws MatchingException {
        return act(visit, Message.of("line.undone"), PaymentMatching::undo);
    }

    /** A person's word on a line. */
    @FunctionalInterface
    private interface Act {
        Decision on(PaymentMatching matching, Caller caller, TransactionId id, long version) throws MatchingException;
    }

    private Answer act(Visit visit, Message done, Act act) throws MatchingException {
        TransactionId id = asked(visit);
        long version = visit.parameters().number("version", Message.of("form.version"));
        try {
            Decision now = act.on(rooms.matching(), visit.caller(), id, version);
            return answer(visit, 200, id, new Flash(Flash.Tone.GOOD, said(done, now)));
        } catch (MatchingException e) {
            if (e.reason() == MatchingException.Reason.NOT_FOUND) {
                throw e;
            }
            return answer(visit, 409, id, new Flash(Flash.Tone.BAD, said(e, rooms, visit.caller(), id)));
        }
    }

    /** Why a person's word on a line was not taken; of a line that somebody else was faster with, who decided what. */
    static Message said(MatchingException e, Rooms rooms, Caller caller, TransactionId id) {
        if (e.reason() != MatchingException.Reason.CHANGED_MEANWHILE) {
            return Message.all(Words.said(e));
        }
        Message changed = Message.of("line.changed");
        return rooms.matching()
                .decision(caller, id)
                .filter(now -> now.decidedBy() != null)
                .map(LineDetails::state)
                .map(state -> Message.all(changed, state))
                .orElse(changed);
    }

    static Message said(Message done, Decision now) {
        Message counter = LineDetails.counterEntry(now);
        Message said = now.booking() == Decision.BookingStatus.PENDING
                ? Message.all(done, Message.of("line.booking-waits"))
                : done;
        return counter == null ? said : Message.all(said, counter);
    }

    private static List<Application> chosen(Decision decision, long proposal) {
        if (proposal < 0 || proposal >= decision.proposals().size()) {
            throw RefusedException.malformed(Message.of("line.no-proposal"));
        }
        return decision.proposals().get((int) proposal).applications();
    }

    private Answer answer(Visit visit, int status, TransactionId id, Flash flash) {
        if (visit.part()) {
            return shown(visit, status, id, flash);
        }
        visit.session().say(flash);
        return new Answer.See(LineRows.href(id));
    }

    private Answer shown(Visit visit, int status, TransactionId id, @Nullable Flash flash) {
        Map<String, @Nullable Object> model = new HashMap<>();
        BankLines lines = new BankLines(rooms, visit.caller());
        model.put("detail", new LineDetails(rooms, visit).of(id));
        model.put("acted", flash);
        if (visit.part()) {
            Map<Decision.State, Long> counts = lines.counts();
            model.put(
                    "tabs",
                    BankPage.tabs(
                            new BankQuery(null, BankState.ALL, null, null, null, null),
                            counts,
                            rooms.journal().accounts(visit.caller())));
            model.put("accountCount", rooms.journal().accounts(visit.caller()).size());
            return new Answer.Page(status, "line-part.ftlh", model);
        }
        model.put("next", lines.nextToDecide(id).isPresent());
        return new Answer.Page(status, "line.ftlh", model);
    }

    private static TransactionId asked(Visit visit) {
        return LineDetails.id(visit.parameters().needed("id", Message.of("form.line")));
    }
}
