package org.bankfeed.screens.internal.page.invoice;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** Enters an invoice or credit note, where the host's invoice module lets us. */
public final class InvoiceNewPage {

    private static final int TERM_DAYS = 30;
    private static final int LOOKED_AT = 500;

    private final Rooms rooms;
    private final InvoiceParties parties;
    private final InvoiceNumbers numbers;
    private final InvoiceSuggestions suggestions;

    public InvoiceNewPage(Rooms rooms) {
        this.rooms = rooms;
        this.parties = new InvoiceParties(rooms);
        this.numbers = new InvoiceNumbers(rooms);
        this.suggestions = new InvoiceSuggestions(rooms);
    }

    /** An empty form, with what can be foreseen filled in. */
    public Answer show(Visit visit) {
        mayEnter(visit);
        if (rooms.entry().isEmpty()) {
            return notHere();
        }
        LocalDate today = today();
        InvoiceForm form = new InvoiceForm(visit.parameters());
        form.put("currency", "EUR");
        form.put("issued", today.toString());
        form.put("due", today.plusDays(TERM_DAYS).toString());
        if (form.direction() == OpenItem.Direction.SALES) {
            numbers.next(visit.caller(), today).ifPresent(number -> {
                form.put("number", number);
                InvoiceReference.offeredFor(number).ifPresent(reference -> {
                    form.put("reference", reference);
                    form.put("offered", reference);
                });
            });
        }
        return page(200, form);
    }

    public Answer enter(Visit visit) {
        mayEnter(visit);
        Optional<InvoiceEntry> entry = rooms.entry();
        if (entry.isEmpty()) {
            return notHere();
        }
        InvoiceForm form = new InvoiceForm(visit.parameters());
        InvoiceForm.Read read = form.read().orElse(null);
        if (read == null) {
            return page(400, form);
        }
        Party party = parties.named(visit.caller(), read.party(), read.account());
        if (standsAlready(visit.caller(), form.direction(), read.number(), party)) {
            form.refuse("number", standsAlready(form.direction(), read.number(), party));
            return page(409, form);
        }
        try {
            OpenItem item = entry.get().add(visit.caller(), document(form.direction(), read, party));
            return entered(visit, item);
        } catch (InvoiceEntry.Refused e) {
            form.refuse("all", Message.all(Words.said(e)));
            return page(409, form);
        } catch (LedgerUnavailableException e) {
            form.refuse("all", Message.of("new.ledger-away"));
            return page(503, form);
        }
    }

    /** Names of parties, while one is typed. */
    public Answer parties(Visit visit) {
        mayEnter(visit);
        String text = Optional.ofNullable(InvoiceAddress.search(visit.parameters(), "q"))
                .orElseGet(() -> visit.parameters().textOrNull("party"));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("names", text == null ? List.of() : parties.like(visit.caller(), text));
        return Answer.Page.of("invoice-parties.ftlh", model);
    }

    /** The reference's field, after the number was changed. */
    public Answer reference(Visit visit) {
        mayEnter(visit);
        String typed = visit.parameters().text("reference").orElse("");
        String offered = visit.parameters().text("offered").orElse("");
        InvoiceForm form = new InvoiceForm(visit.parameters());
        boolean ours = typed.equals(offered) && form.direction() == OpenItem.Direction.SALES;
        String next = ours
                ? visit.parameters()
                        .text("number")
                        .flatMap(InvoiceReference::offeredFor)
                        .orElse("")
                : offered;
        form.put("reference", ours ? next : typed);
        form.put("offered", next);
        return new Answer.Page(200, "invoice-reference.ftlh", model(form));
    }

    private Answer entered(Visit visit, OpenItem item) {
        rooms.matching().work(visit.caller());
        Optional<InvoiceView> view = rooms.matching().invoice(visit.caller(), item.id());
        Message entered = Message.of("new.entered", InvoiceWords.named(item));
        if (view.isEmpty()) {
            visit.say(Message.all(entered, Message.of("new.shows-later")));
            return InvoiceAddress.list(item.direction());
        }
        visit.say(atOnce(visit, view.get())
                .map(more -> Message.all(entered, more))
                .orElse(entered));
        return InvoiceAddress.to(item.id());
    }

    /** What the bank says of it already. */
    private Optional<Message> atOnce(Visit visit, InvoiceView view) {
        if (!view.paidBy().isEmpty()) {
            return Optional.of(Message.of("new.paid-already"));
        }
        List<BankTransaction> mayPay = view.item().isOpen()
                ? suggestions.of(visit.caller(), view.item().id())
                : List.of();
        if (mayPay.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Message.of("new.may-pay", mayPay.size()));
    }

    /** Numbers of sales are given once; those of purchases once by each supplier. */
    private boolean standsAlready(Caller caller, OpenItem.Direction direction, String number, Party party) {
        return rooms
                .matching()
                .invoices(caller, InvoiceQueries.of(direction, Set.of(), number, null, LOOKED_AT))
                .items()
                .stream()
                .map(InvoiceView::item)
                .filter(item -> item.number().equalsIgnoreCase(number))
                .anyMatch(item -> direction == OpenItem.Direction.SALES
                        || item.party().id().equals(party.id()));
    }

    private static Message standsAlready(OpenItem.Direction direction, String number, Party party) {
        return direction == OpenItem.Direction.SALES
                ? Message.of("new.number-given", number)
                : Message.of("new.entered-already", number, party.name());
    }

    /** The id is made of what makes a document unique, so that sending the form twice enters it once. */
    private static NewDocument document(OpenItem.Direction direction, InvoiceForm.Read read, Party party) {
        String number = read.number();
        String id = direction == OpenItem.Direction.SALES
                ? number
                : number.substring(0, Math.min(50, number.length())) + "-" + digest(party.id() + "\n" + number);
        return new NewDocument(
                new DocumentId(id),
                direction,
                read.type(),
                number,
                party,
                read.total(),
                read.total(),
                read.issued(),
                read.due(),
                read.reference(),
                null,
                read.retentions());
    }

    private static String digest(String text) {
        CRC32 digest = new CRC32();
        digest.update(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(digest.getValue());
    }

    private void mayEnter(Visit visit) {
        visit.caller().require("enter invoices", Role.BOOKKEEPER);
    }

    private static Answer notHere() {
        throw new RefusedException(409, InvoiceWords.NOT_HERE);
    }

    private static Answer page(int status, InvoiceForm form) {
        return new Answer.Page(status, "invoice-new.ftlh", model(form));
    }

    private static Map<String, @Nullable Object> model(InvoiceForm form) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("direction", InvoiceAddress.word(form.direction()));
        model.put("typed", form.typed());
        model.put("problems", form.problems());
        return model;
    }

    private LocalDate today() {
        return new Format(rooms.clock()).today();
    }
}
