package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Books in memory, for one company, that keep {@code InvoiceLedgerContract}; tests may take it away for a while. */
public final class FakeInvoiceLedger implements InvoiceLedger, InvoiceEntry {

    private final String id;
    private final Map<DocumentId, OpenItem> items = new LinkedHashMap<>();
    private final List<DocumentId> changes = new ArrayList<>();
    private final Map<BookingKey, Booking> bookings = new LinkedHashMap<>();
    private final Set<BookingKey> reversed = new LinkedHashSet<>();

    /** Where bookings and their counter-entries stand that their own period does not take. */
    private final Map<BookingKey, LocalDate> written = new LinkedHashMap<>();

    private final Map<BookingKey, LocalDate> countered = new LinkedHashMap<>();
    private @Nullable LocalDate closedUntil;
    private final Map<DocumentId, Settlement> closed = new LinkedHashMap<>();
    private boolean away;
    private boolean loseNextAnswer;

    public FakeInvoiceLedger(String id) {
        this.id = id;
    }

    /** From now on every call fails, until it is back. */
    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** The next booking is written, but its answer is lost. */
    public synchronized void loseNextAnswer() {
        loseNextAnswer = true;
    }

    @Override
    public synchronized Optional<LocalDate> closedUntil(Caller caller) {
        return Optional.ofNullable(closedUntil);
    }

    @Override
    public synchronized void closeUntil(Caller caller, @Nullable LocalDate day) {
        closedUntil = day;
    }

    private LocalDate open(LocalDate day) {
        return closedUntil == null || day.isAfter(closedUntil) ? day : closedUntil.plusDays(1);
    }

    private ReversalResult counterEntry(Booking booking) {
        LocalDate day = written.get(booking.key());
        LocalDate counter = countered.get(booking.key());
        return new ReversalResult.Reversed(touched(booking), counter == null || counter.equals(day) ? null : counter);
    }

    /** How many bookings stand. */
    public synchronized int standing() {
        return bookings.size() - reversed.size();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized LedgerPage changes(Caller caller, LedgerPosition after, int limit)
            throws LedgerUnavailableException {
        reach();
        int from = after.value().isEmpty() ? 0 : Integer.parseInt(after.value());
        int to = Math.min(changes.size(), from + limit);
        List<OpenItem> page = new LinkedHashSet<>(changes.subList(from, to))
                .stream().map(this::known).toList();
        return new LedgerPage(page, new LedgerPosition(Integer.toString(to)), to < changes.size());
    }

    @Override
    public synchronized Optional<OpenItem> item(Caller caller, DocumentId document) throws LedgerUnavailableException {
        reach();
        return Optional.ofNullable(items.get(document));
    }

    @Override
    public synchronized List<Settlement> settlements(Caller caller, DocumentId document)
            throws LedgerUnavailableException {
        reach();
        List<Settlement> out = new ArrayList<>();
        Settlement unknown = closed.get(document);
        if (unknown != null) {
            out.add(unknown);
        }
        bookings.forEach((key, booking) -> {
            if (!reversed.contains(key)) {
                booking.applications().stream()
                        .filter(a -> a.document().equals(document))
                        .forEach(a -> out.add(new Settlement(
                                key, written.getOrDefault(key, booking.date()), a.amount(), a.writeOff())));
            }
        });
        return out;
    }

    @Override
    public synchronized BookingResult book(Caller caller, Booking booking) throws LedgerUnavailableException {
        reach();
        caller.require("book a payment", Role.JOB, Role.BOOKKEEPER);
        Booking known = bookings.get(booking.key());
        if (reversed.contains(booking.key())) {
            return new BookingResult.Refused(Sentence.of(
                    RefusalCode.BOOKING_REVERSED,
                    new Argument.Name(booking.key().toString())));
        }
        if (known != null) {
            return !known.equals(booking)
                    ? new BookingResult.Refused("booking " + booking.key() + " was made before with other content")
                    : new BookingResult.Booked(touched(known));
        }
        String refusal = refusal(booking);
        if (refusal != null) {
            return new BookingResult.Refused(refusal);
        }
        bookings.put(booking.key(), booking);
        written.put(booking.key(), open(booking.date()));
        booking.applications().forEach(a -> settle(a.document(), a.settles()));
        if (loseNextAnswer) {
            loseNextAnswer = false;
            throw new LedgerUnavailableException("the ledger did not answer in time", null);
        }
        return new BookingResult.Booked(touched(booking));
    }

    private @Nullable String refusal(Booking booking) {
        Money used = Money.zero(booking.amount().currency());
        for (Application application : booking.applications()) {
            OpenItem item = items.get(application.document());
            if (item == null) {
                return "there is no document " + application.document();
            }
            if (!item.total().currency().equals(booking.amount().currency())) {
                return "document " + item.number() + " is in another currency than the payment";
            }
            String wrong = application.takesBack() == null ? tooMuch(item, application) : notThere(application);
            if (wrong != null) {
                return wrong;
            }
            used = (item.direction() == OpenItem.Direction.SALES) == (item.type() == OpenItem.Type.INVOICE)
                    ? used.plus(application.amount())
                    : used.minus(application.amount());
        }
        boolean tooFar = booking.amount().signum() > 0
                ? used.signum() < 0 || used.compareTo(booking.amount()) > 0
                : used.signum() > 0 || used.compareTo(booking.amount()) < 0;
        return tooFar ? "the applications come to " + used + ", the payment to " + booking.amount() : null;
    }

    private static @Nullable String tooMuch(OpenItem item, Application application) {
        if (item.state() != OpenItem.State.OPEN) {
            return "document " + item.number() + " is not open any more";
        }
        return application.settles().compareTo(item.outstanding()) > 0
                ? "on document " + item.number() + " only " + item.outstanding() + " is outstanding, not "
                        + application.settles()
                : null;
    }

    private @Nullable String notThere(Application application) {
        BookingKey earlier = application.takesBack();
        Booking booking = earlier == null || reversed.contains(earlier) ? null : bookings.get(earlier);
        if (earlier == null || booking == null) {
            return "there is no standing booking " + earlier + " to take back";
        }
        Money left = Money.zero(application.amount().currency());
        for (Application a : booking.applications()) {
            left = a.document().equals(application.document()) ? left.plus(a.settles()) : left;
        }
        for (Booking later : bookings.values()) {
            for (Application a : later.applications()) {
                if (a.document().equals(application.document())
                        && earlier.equals(a.takesBack())
                        && !reversed.contains(later.key())) {
                    left = left.plus(a.settles());
                }
            }
        }
        return application.settles().negate().compareTo(left) > 0
                ? "booking " + earlier + " applied only " + left + " to document " + application.document()
                : null;
    }

    @Override
    public synchronized ReversalResult reverse(Caller caller, BookingKey key, String reason)
            throws LedgerUnavailableException {
        reach();
        caller.require("reverse a payment", Role.JOB, Role.BOOKKEEPER);
        Booking booking = bookings.get(key);
        if (booking == null) {
            return new ReversalResult.Refused("there is no booking " + key);
        }
        if (reversed.contains(key)) {
            return counterEntry(booking);
        }
        for (Booking later : bookings.values()) {
            if (!reversed.contains(later.key())
                    && later.applications().stream().anyMatch(a -> key.equals(a.takesBack()))) {
                return new ReversalResult.Refused(
                        "booking " + later.key() + " took (part of) it back: undo that one first");
            }
        }
        reversed.add(key);
        countered.put(key, open(written.getOrDefault(key, booking.date())));
        booking.applications().forEach(a -> settle(a.document(), a.settles().negate()));
        return counterEntry(booking);
    }

    @Override
    public synchronized BookingState booking(Caller caller, BookingKey key) throws LedgerUnavailableException {
        reach();
        if (!bookings.containsKey(key)) {
            return BookingState.UNKNOWN;
        }
        return reversed.contains(key) ? BookingState.REVERSED : BookingState.BOOKED;
    }

    @Override
    public synchronized OpenItem add(Caller caller, NewDocument d) throws Refused, LedgerUnavailableException {
        reach();
        DocumentId documentId = d.id() == null ? new DocumentId("D" + (items.size() + 1)) : d.id();
        if (items.containsKey(documentId)) {
            throw new Refused("document " + documentId + " stands already");
        }
        OpenItem item = new OpenItem(
                documentId,
                d.direction(),
                d.type(),
                d.outstanding().isZero() ? OpenItem.State.CLOSED : OpenItem.State.OPEN,
                d.number(),
                d.party(),
                d.total(),
                d.outstanding(),
                d.issueDate(),
                d.dueDate(),
                d.paymentReference(),
                d.discount(),
                d.retentions());
        if (!d.outstanding().equals(d.total())) {
            Money before = d.total().minus(d.outstanding());
            closed.put(documentId, new Settlement(null, d.issueDate(), before, Money.zero(before.currency())));
        }
        return put(item);
    }

    @Override
    public synchronized OpenItem cancel(Caller caller, DocumentId document, String reason)
            throws Refused, LedgerUnavailableException {
        reach();
        OpenItem item = items.get(document);
        if (item == null || !item.outstanding().equals(item.total())) {
            throw new Refused("document " + document + " cannot be withdrawn");
        }
        return put(with(item, OpenItem.State.CANCELLED, Money.zero(item.total().currency())));
    }

    @Override
    public synchronized OpenItem close(Caller caller, DocumentId document, LocalDate on)
            throws Refused, LedgerUnavailableException {
        reach();
        OpenItem item = items.get(document);
        if (item == null || item.state() == OpenItem.State.CANCELLED) {
            throw new Refused("document " + document + " cannot be closed");
        }
        if (item.outstanding().isZero()) {
            return item;
        }
        Money zero = Money.zero(item.total().currency());
        Settlement before = closed.get(document);
        Money unknown = before == null ? item.outstanding() : item.outstanding().plus(before.amount());
        closed.put(document, new Settlement(null, on, unknown, zero));
        return put(with(item, OpenItem.State.CLOSED, zero));
    }

    private void settle(DocumentId document, Money by) {
        OpenItem item = known(document);
        Money left = item.outstanding().minus(by);
        OpenItem.State state = left.isZero() ? OpenItem.State.PAID : OpenItem.State.OPEN;
        put(with(item, state, left));
    }

    private OpenItem put(OpenItem item) {
        items.put(item.id(), item);
        changes.add(item.id());
        return item;
    }

    private List<OpenItem> touched(Booking booking) {
        return booking.applications().stream().map(a -> known(a.document())).toList();
    }

    private OpenItem known(DocumentId document) {
        OpenItem item = items.get(document);
        if (item == null) {
            throw new IllegalStateException("no document " + document);
        }
        return item;
    }

    private static OpenItem with(OpenItem i, OpenItem.State state, Money outstanding) {
        return new OpenItem(
                i.id(),
                i.direction(),
                i.type(),
                state,
                i.number(),
                i.party(),
                i.total(),
                outstanding,
                i.issueDate(),
                i.dueDate(),
                i.paymentReference(),
                i.discount(),
                i.retentions());
    }

    private void reach() throws LedgerUnavailableException {
        if (away) {
            throw new LedgerUnavailableException("the ledger does not answer", null);
        }
    }
}
