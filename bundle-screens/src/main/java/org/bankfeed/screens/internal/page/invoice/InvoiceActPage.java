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
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
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
            String problem = reason == null
                    ? "Say why it is cancelled: the reason stands in the books."
                    : "The reason is longer than " + LONGEST_REASON + " characters: shorten it.";
            return form(400, "invoice-cancel.ftlh", visit, view, problem);
        }
        try {
            entry.cancel(visit.caller(), view.item().id(), reason);
        } catch (InvoiceEntry.Refused e) {
            return form(409, "invoice-cancel.ftlh", visit, view, e.getMessage());
        }
        rooms.matching().work(visit.caller());
        visit.say(InvoiceWords.named(view.item()) + " is cancelled: nothing is to be paid on it any more.");
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
            visit.say(
                    open && closed.state() == OpenItem.State.CLOSED
                            ? InvoiceWords.named(closed) + " is settled by hand."
                            : InvoiceWords.named(closed) + " was settled already: nothing was changed.");
            return InvoiceAddress.to(closed.id());
        } catch (RefusedException e) {
            return form(400, "invoice-close.ftlh", visit, view, e.getMessage());
        } catch (InvoiceEntry.Refused e) {
            return form(409, "invoice-close.ftlh", visit, view, e.getMessage());
        }
    }

    /** Nobody paid tomorrow; and who paid more than a year before the invoice mistyped the year. */
    private LocalDate dayOfPayment(Visit visit, InvoiceView view) {
        LocalDate day = visit.parameters()
                .day("day", "The day")
                .orElseThrow(() -> RefusedException.malformed("Say on which day it was paid."));
        if (day.isAfter(today())) {
            throw RefusedException.malformed("That day has not come yet: say on which day it was paid.");
        }
        if (day.isBefore(view.item().issueDate().minusYears(1))) {
            throw RefusedException.malformed("That day lies more than a year before the invoice: look at the year.");
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

    private Answer form(int status, String template, Visit visit, InvoiceView view, @Nullable String problem) {
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
