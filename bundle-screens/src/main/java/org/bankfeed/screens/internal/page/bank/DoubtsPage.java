package org.bankfeed.screens.internal.page.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.DoubtBatch;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Lines that may be known already, each beside what it may be; a bookkeeper says which it is. */
public final class DoubtsPage {

    private static final String PATH = "/bank/doubts";

    /** So many are laid out at once; the others follow when these are decided. */
    private static final int MOST = 20;

    private final Rooms rooms;

    public DoubtsPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        Caller caller = visit.caller();
        List<DoubtfulLine> doubts = rooms.journal().doubts(caller);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("doubts", doubts.size());
        model.put("cards", new DoubtCards(rooms, visit).of(doubts.subList(0, Math.min(MOST, doubts.size()))));
        model.put("mayDecide", caller.may(Role.BOOKKEEPER));
        List<DoubtfulLine> fresh = rooms.journal().saidNew(caller);
        model.put("saidNew", fresh.size());
        model.put("freshCards", new DoubtCards(rooms, visit).of(fresh.subList(0, Math.min(MOST, fresh.size()))));
        model.put("batches", DoubtBatch.of(doubts, rooms.journal().accounts(caller)));
        model.put("same", visit.parameters().textOrNull("same"));
        model.put("fresh", visit.parameters().textOrNull("new"));
        return Answer.Page.of("bank-doubts.ftlh", model);
    }

    /** Says that a line is a new one; also what takes back that it was said to be another. */
    public Answer isNew(Visit visit) {
        TransactionId id = asked(visit, "id");
        return act(visit, "new=" + LineRows.encoded(id), (journal, caller) -> journal.isNew(caller, id));
    }

    /** Says that it is a known one; also what takes back that it was said to be new. */
    public Answer isSame(Visit visit) {
        TransactionId id = asked(visit, "id");
        TransactionId known = asked(visit, "known");
        return act(visit, "same=" + LineRows.encoded(id), (journal, caller) -> {
            boolean fresh = journal.saidNew(caller).stream()
                    .anyMatch(line -> line.line().id().equals(id));
            if (fresh && !visit.parameters().ticked("back")) {
                throw new JournalException(
                        JournalException.Reason.NOT_POSSIBLE, Sentence.of(SentenceCode.SAID_NEW_MEANWHILE));
            }
            setAside(caller, id, fresh);
            journal.isSame(caller, id, known);
            setAside(caller, id, fresh); // it may have been taken up meanwhile
        });
    }

    /** What the matching decided of a line that is none of its own is taken back: no booking of it stays. */
    private void setAside(Caller caller, TransactionId id, boolean wasNew) throws MatchingException {
        Optional<Decision> decision = wasNew ? rooms.matching().decision(caller, id) : Optional.empty();
        if (decision.isPresent() && decision.get().state() != Decision.State.NOT_AN_INVOICE) {
            rooms.matching().setAside(caller, id, decision.get().version());
        }
    }

    /** Says the same of all lines of an account that wait, once the person has ticked that he wants it. */
    public Answer all(Visit visit) {
        AccountId account = new AccountId(visit.parameters().needed("account", Message.of("form.account")));
        DoubtfulLine.Decision decision = visit.parameters()
                .choice("decision", DoubtfulLine.Decision.class)
                .orElseThrow(() -> RefusedException.malformed(Message.of("doubts.no-decision")));
        int seen = Math.toIntExact(visit.parameters().number("seen", Message.of("form.lines")));
        if (!visit.parameters().ticked("sure")) {
            visit.warn(Message.of("doubts.tick"));
            return new Answer.See(PATH);
        }
        try {
            rooms.journal().decideAll(visit.caller(), account, decision, seen);
            visit.say(Message.of(decision == DoubtfulLine.Decision.NEW ? "doubts.all-new" : "doubts.all-same", seen));
        } catch (JournalException e) {
            visit.warn(Message.of("form.unchanged", Words.said(e)));
        }
        return new Answer.See(PATH);
    }

    /** A person's word on a line. */
    @FunctionalInterface
    private interface Act {
        void on(BankJournal journal, Caller caller) throws JournalException, MatchingException;
    }

    private Answer act(Visit visit, String done, Act act) {
        try {
            act.on(rooms.journal(), visit.caller());
            return new Answer.See(PATH + "?" + done);
        } catch (JournalException | MatchingException e) {
            visit.warn(Message.of("form.unchanged", Words.said(e)));
            return new Answer.See(PATH);
        }
    }

    private static TransactionId asked(Visit visit, String field) {
        return LineDetails.id(visit.parameters().needed(field, Message.of("form.line")));
    }
}
