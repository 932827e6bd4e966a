package org.bankfeed.screens.internal.page.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Visit;
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
        model.put("cards", new DoubtCards(rooms, caller).of(doubts.subList(0, Math.min(MOST, doubts.size()))));
        model.put("mayDecide", caller.may(Role.BOOKKEEPER));
        model.put("same", visit.parameters().textOrNull("same"));
        model.put("fresh", visit.parameters().textOrNull("new"));
        return Answer.Page.of("bank-doubts.ftlh", model);
    }

    /** Says that a line is a new one; also what takes back that it was said to be another. */
    public Answer isNew(Visit visit) {
        TransactionId id = asked(visit, "id");
        return act(visit, "new=" + LineRows.encoded(id), (journal, caller) -> journal.isNew(caller, id));
    }

    public Answer isSame(Visit visit) {
        TransactionId id = asked(visit, "id");
        TransactionId known = asked(visit, "known");
        return act(visit, "same=" + LineRows.encoded(id), (journal, caller) -> journal.isSame(caller, id, known));
    }

    /** A person's word on a line. */
    @FunctionalInterface
    private interface Act {
        void on(BankJournal journal, Caller caller) throws JournalException;
    }

    private Answer act(Visit visit, String done, Act act) {
        try {
            act.on(rooms.journal(), visit.caller());
            return new Answer.See(PATH + "?" + done);
        } catch (JournalException e) {
            visit.warn("Nothing was changed. " + Words.sentence(String.valueOf(e.getMessage())));
            return new Answer.See(PATH);
        }
    }

    private static TransactionId asked(Visit visit, String field) {
        return LineDetails.id(visit.parameters().needed(field, "The line"));
    }
}
