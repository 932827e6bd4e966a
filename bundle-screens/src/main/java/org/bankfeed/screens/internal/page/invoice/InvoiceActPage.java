package org.bankfeed.screens.internal.page.invoice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** What a bookkeeper does to a document by hand: withdraw it, or settle it as for cash. Each asks once more before. */
public final class InvoiceActPage {

    private static final int LONGEST_REASON = 250;

    private final Rooms rooms;

    public InvoiceActPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer askToCancel(Visit visit) {
        entry(visit, "cancel an invoice");
        return form(200, "invoice-cancel.ftlh", visit, document(visit), null);
    }

    public Answer cancel(Visit visit) throws LedgerUnavailableException {
        InvoiceEntry entry = entry(visit, "cancel an invoice");
        InvoiceView view = document(visit);
        String reason = visit.parameters().textOrNull("reason");
        if (reason == null || reason.length() > LONGEST_REASON) {
            Message problem =
                    reason == null ? Message.of("cancel.no-reason") : Message.of("cancel.reason-long", LONGEST_REASON);
            return form(400, "invoice-cancel.ftlh", visit, view, problem);
        }
        try {
            entry.cancel(visit.caller(), view.item().id(), reason);
        } catch (InvoiceEntry.Refused e) {
            return form(409, "invoice-cancel.ftlh", visit, view, told(e));
        }
        rooms.matching().work(visit.caller());
        visit.say(Message.of("cancel.done", InvoiceWords.named(view.item())));
        return InvoiceAddress.to(view.item().id());
    }

    public Answer askToClose(Visit visit) {
        entry(visit, "settle an invoice by hand");
        return form(200, "invoice-close.ftlh", visit, document(visit), null);
    }

    public Answer close(Visit visit) throws LedgerUnavailableException {
        InvoiceEntry entry = entry(visit, "settle an invoice by hand");
        InvoiceView view = document(visit);
        try {
            LocalDate day = dayOfPayment(visit, view);
            boolean open = view.item().isOpen();
            OpenItem closed = entry.close(visit.caller(), view.item().id(), day);
            rooms.matching().work(visit.caller());
            boolean done = open && closed.state() == OpenItem.State.CLOSED;
            visit.say(Message.of(done ? "close.done" : "close.was-done", InvoiceWords.named(closed)));
            return InvoiceAddress.to(closed.id());
        } catch (RefusedException e) {
            return form(400, "invoice-close.ftlh", visit, view, e.said());
        } catch (InvoiceEntry.Refused e) {
            return form(409, "invoice-close.ftlh", visit, view, told(e));
        }
    }

    /** Nobody paid tomorrow; and who paid more than a year before the invoice mistyped the year. */
    private LocalDate dayOfPayment(Visit visit, InvoiceView view) {
        LocalDate day = visit.parameters()
                .day("day", Message.of("word.the-day"))
                .orElseThrow(() -> RefusedException.malformed(Message.of("close.no-day")));
        if (day.isAfter(today())) {
            throw RefusedException.malformed(Message.of("close.day-to-come"));
        }
        if (day.isBefore(view.item().issueDate().minusYears(1))) {
            throw RefusedException.malformed(Message.of("close.day-far"));
        }
        return day;
    }

    private InvoiceView document(Visit visit) {
        return InvoiceAddress.view(rooms, visit, "id");
    }

    private InvoiceEntry entry(Visit visit, String act) {
        visit.caller().require(act, Role.BOOKKEEPER);
        Optional<InvoiceEntry> entry = rooms.entry();
        return entry.orElseThrow(() -> new RefusedException(409, InvoiceWords.NOT_HERE));
    }

    private static Message told(InvoiceEntry.Refused e) {
        return Message.all(Words.said(e));
    }

    private Answer form(int status, String template, Visit visit, InvoiceView view, @Nullable Message problem) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("item", view.item());
        model.put("named", InvoiceWords.named(view.item()));
        model.put("mayCancel", InvoicePage.mayCancel(view));
        model.put("reason", visit.parameters().textOrNull("reason"));
        model.put("day", visit.parameters().text("day").orElse(today().toString()));
        model.put("todaysDate", today());
        model.put("problem", problem);
        return new Answer.Page(status, template, model);
    }

    private LocalDate today() {
        return new Format(rooms.clock()).today();
    }
}
