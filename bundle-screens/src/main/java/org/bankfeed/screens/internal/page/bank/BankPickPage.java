package org.bankfeed.screens.internal.page.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.LineChoice;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Where a person says himself what a line pays: one document or several, whole or in part. */
public final class BankPickPage {

    private final Rooms rooms;

    public BankPickPage(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The documents to pick from; asked again by the form itself when somebody searches, with what he typed so far. */
    public Answer show(Visit visit) {
        return form(visit, 200, null);
    }

    public Answer book(Visit visit) throws MatchingException {
        Parameters typed = visit.parameters();
        TransactionId id = LineDetails.id(typed.needed("id", Message.of("form.line")));
        long version = typed.number("version", Message.of("form.version"));
        FeedTransaction line = line(visit.caller(), id);
        try {
            BankPick pick = new BankPick(typed);
            PaymentMatching matching = rooms.matching();
            Map<DocumentId, InvoiceView> views = matching.invoices(visit.caller(), pick.documents());
            List<Application> applications =
                    pick.applications(line.amount().currency(), document -> called(document, views));
            notMoreThanOpen(visit, id, line, applications, views);
            enough(line.amount(), applications, views);
            Decision now = matching.confirm(visit.caller(), id, version, applications);
            visit.say(LinePage.said(Message.of("pick.booked"), now));
            return new Answer.See(LineRows.href(id));
        } catch (RefusedException e) {
            return form(visit, e.status(), e.said());
        } catch (MatchingException e) {
            if (e.reason() == MatchingException.Reason.NOT_FOUND) {
                throw e;
            }
            return form(visit, 409, LinePage.said(e, rooms, visit.caller(), id));
        }
    }

    private static String called(DocumentId document, Map<DocumentId, InvoiceView> views) {
        InvoiceView view = views.get(document);
        return view == null ? document.value() : view.item().number();
    }

    /** The service refuses it too; here the sentence can be said in his language, with the number that he knows. */
    private void notMoreThanOpen(
            Visit visit,
            TransactionId id,
            FeedTransaction line,
            List<Application> applications,
            Map<DocumentId, InvoiceView> views) {
        BankChoices choices = choices(visit, id, line);
        for (Application part : applications) {
            InvoiceView view = views.get(part.document());
            Money room = view == null ? part.settles() : choices.room(view.item());
            if (room.currency().equals(part.settles().currency())
                    && part.settles().compareTo(room) > 0) {
                throw RefusedException.malformed(
                        Message.of("pick.more-than-open", called(part.document(), views), room));
            }
        }
    }

    private BankChoices choices(Visit visit, TransactionId id, FeedTransaction line) {
        return new BankChoices(
                rooms.matching(),
                visit.caller(),
                line,
                decision(visit.caller(), id),
                visit.texts().notation());
    }

    private Decision decision(Caller caller, TransactionId id) {
        return rooms.matching()
                .decision(caller, id)
                .orElseThrow(() -> new RefusedException(409, Message.of("pick.not-taken-up")));
    }

    /** The service refuses it too; here the sentence can say by how much. */
    private static void enough(Money amount, List<Application> applications, Map<DocumentId, InvoiceView> views) {
        Money rest = rest(amount, applications, views);
        if (rest.signum() < 0) {
            throw RefusedException.malformed(Message.of("pick.too-much", rest.negate(), amount.abs()));
        }
        if (rest.compareTo(amount.abs()) > 0) {
            throw RefusedException.malformed(Message.of("pick.set-off-too-much"));
        }
    }

    private static Money rest(Money amount, List<Application> applications, Map<DocumentId, InvoiceView> views) {
        Money rest = amount.abs();
        for (Application part : applications) {
            InvoiceView view = views.get(part.document());
            boolean fits = view == null || view.item().isSettledBy(amount);
            rest = fits ? rest.minus(part.amount()) : rest.plus(part.amount());
        }
        return rest;
    }

    private FeedTransaction line(Caller caller, TransactionId id) {
        FeedTransaction line = LineDetails.line(rooms, caller, id).line();
        if (line == null) {
            throw new RefusedException(409, Message.of("pick.unreadable"));
        }
        return line;
    }

    private Answer form(Visit visit, int status, @Nullable Message problem) {
        Caller caller = visit.caller();
        caller.require("confirm a match", Role.BOOKKEEPER);
        Parameters typed = visit.parameters();
        TransactionId id = LineDetails.id(typed.needed("id", Message.of("form.line")));
        FeedTransaction line = line(caller, id);
        Decision decision = decision(caller, id);
        BankChoices choices = choices(visit, id, line);
        BankPick pick = typed.ticked("version") ? new BankPick(typed) : choices.preset();
        String text = BankQuery.of(new Parameters(Map.of("q", typed.all("q")))).text();
        List<LineChoice> list = choices.list(text, pick);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("detail", new LineDetails(rooms, visit).of(id));
        model.put("choices", list);
        model.put("more", list.size() - pick.documents().size() >= BankChoices.MOST_SHOWN);
        model.put("search", text);
        model.put("problem", problem);
        model.put("amount", line.amount().abs());
        model.put("received", line.amount().signum() > 0);
        model.put("rest", rest(line.amount(), list));
        model.put("rebook", stands(decision));
        model.put("canEnter", rooms.entry().isPresent());
        return new Answer.Page(status, "bank-pick.ftlh", model);
    }

    private static boolean stands(Decision decision) {
        return decision.booking() == BookingStatus.BOOKED || decision.booking() == BookingStatus.PENDING;
    }

    /** What stays of the line, as far as what was typed can be read. */
    private static @Nullable Money rest(Money amount, List<LineChoice> choices) {
        try {
            Money rest = amount.abs();
            for (LineChoice choice : choices) {
                if (choice.ticked()) {
                    Money part = new Money(
                            Parameters.amountOf(choice.amount(), Message.of("word.amount"), amount.currency()),
                            amount.currency());
                    rest = choice.subtracts() ? rest.plus(part) : rest.minus(part);
                }
            }
            return rest;
        } catch (RefusedException | IllegalArgumentException e) {
            return null;
        }
    }
}
