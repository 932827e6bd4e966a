package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;

/** How a document stands, in the one sentence that stands above everything else that is said of it. */
public final class InvoiceSentence {

    private final InvoiceStanding standing;
    private final List<InvoicePayment> payments;
    private final OpenItem item;

    public InvoiceSentence(InvoiceStanding standing, List<InvoicePayment> payments) {
        this.standing = standing;
        this.payments = List.copyOf(payments);
        this.item = standing.view().item();
    }

    public Message said() {
        return switch (standing.view().standing()) {
            case OPEN -> butHeld(open());
            case PARTLY_PAID -> butHeld(partly());
            case HELD_BACK -> heldBack();
            case ON_ITS_WAY -> onItsWay();
            case PAID -> paid();
            case CLOSED -> Message.of(payments.isEmpty() ? "sentence.closed" : "sentence.closed.rest");
            case CANCELLED -> Message.of("sentence.cancelled");
        };
    }

    private Message open() {
        if (payments.isEmpty() && creditNote()) {
            return Message.of("sentence.credit.open", item.outstanding());
        }
        if (payments.isEmpty()) {
            return Message.of(standing.overdue() ? "sentence.overdue" : "sentence.open", item.outstanding(), due());
        }
        InvoicePayment last = payments.get(payments.size() - 1);
        LocalDate day = last.day();
        return last.takesBack() && last.why() != null && day != null
                ? Message.of("sentence.returned", day, last.why(), item.outstanding(), due())
                : Message.of("sentence.again", item.outstanding(), due());
    }

    private boolean creditNote() {
        return item.type() == OpenItem.Type.CREDIT_NOTE;
    }

    private Message partly() {
        if (creditNote()) {
            return Message.of("sentence.credit.partly", standing.settled(), item.total(), item.outstanding());
        }
        return standing.overdue()
                ? Message.of(
                        "sentence.partly.overdue",
                        standing.settled(),
                        item.total(),
                        item.outstanding(),
                        standing.daysOverdue())
                : Message.of("sentence.partly", standing.settled(), item.total(), item.outstanding(), due());
    }

    private Message heldBack() {
        HeldBack held = standing.held();
        boolean paid = item.outstanding().compareTo(item.total()) < 0;
        return Message.all(
                Message.of("sentence.held", held.amount(), item.total(), held.grounds()),
                Message.of(paid ? "sentence.held.paid" : "sentence.held.nothing-due"));
    }

    /** What of it need not be paid yet. */
    private Message butHeld(Message said) {
        HeldBack held = standing.held();
        if (!held.any()) {
            return said;
        }
        return Message.all(said, Message.of("sentence.may-be-held", held.amount(), held.grounds()));
    }

    private Message onItsWay() {
        Object coming =
                Objects.requireNonNullElse(standing.view().coming(), Message.of("sentence.on-its-way.announced"));
        return Message.of("sentence.on-its-way", coming, item.outstanding());
    }

    private Message paid() {
        List<LocalDate> days = payments.stream()
                .filter(payment -> !payment.takesBack() && !cameBack(payment))
                .map(InvoicePayment::day)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return Message.of("sentence.paid.unseen");
        }
        LocalDate last = days.get(days.size() - 1);
        Message paid = days.size() == 1
                ? Message.of("sentence.paid", last)
                : Message.of("sentence.paid.several", days.size(), last);
        boolean returned = payments.stream().anyMatch(this::cameBack);
        return returned ? Message.all(paid, Message.of("sentence.paid.after-return")) : paid;
    }

    /** Whether later lines took back all that the document got of a payment. */
    private boolean cameBack(InvoicePayment payment) {
        Money left = payment.got();
        if (left == null || left.signum() <= 0) {
            return false;
        }
        for (InvoicePayment later : payments) {
            Money back = later.got();
            left = back != null && later.takesBack(payment.id()) ? left.plus(back) : left;
        }
        return left.signum() <= 0;
    }

    private Message due() {
        long days = ChronoUnit.DAYS.between(standing.today(), item.dueDate());
        if (days == 0) {
            return Message.of("sentence.due.today");
        }
        return Message.of(days > 0 ? "sentence.due" : "sentence.due.ago", item.dueDate(), Math.abs(days));
    }
}
