package org.bankfeed.ledger.internal.booking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.invoice.Invoice;
import org.bankfeed.ledger.internal.payment.Payment;
import org.bankfeed.ledger.internal.payment.PaymentType;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * Turns a booking that was found good into payments: the bank line itself; for each application that goes against the
 * line (a netted credit note, an invoice of the other side that is set off) a payment and a counter-payment of the same
 * amount; for each write-off a payment of its own kind.
 */
final class PaymentPlan {

    private final Booking booking;
    private final Map<DocumentId, Invoice> invoices;
    private final Flow line;
    private final List<Payment> payments = new ArrayList<>();
    private final Deque<Source> sources = new ArrayDeque<>();

    private PaymentPlan(Booking booking, Map<DocumentId, Invoice> invoices) {
        this.booking = booking;
        this.invoices = invoices;
        this.line = Flow.of(booking.amount());
    }

    static List<Payment> of(Booking booking, Map<DocumentId, Invoice> invoices) {
        PaymentPlan plan = new PaymentPlan(booking, invoices);
        plan.netWhatGoesAgainstTheLine();
        Source bankLine = plan.openTheBankLine();
        plan.applyWhatGoesWithTheLine();
        plan.pay(bankLine);
        plan.writeOff();
        return plan.payments;
    }

    /** What an application adds to the cash that goes the line's way; negative if it goes against it. */
    static Money cashAlong(Flow line, Invoice invoice, Application application) {
        return flowOf(invoice, application) == line
                ? application.amount().abs()
                : application.amount().abs().negate();
    }

    private static Flow flowOf(Invoice invoice, Application application) {
        boolean takesBack = application.settles().signum() < 0;
        return takesBack
                ? invoice.type().settledBy().opposite()
                : invoice.type().settledBy();
    }

    private void netWhatGoesAgainstTheLine() {
        for (Application application : booking.applications()) {
            Invoice invoice = invoice(application);
            if (!application.amount().isZero() && flowOf(invoice, application) != line) {
                Money amount = application.amount().abs();
                payments.add(
                        payment(line.opposite(), amount, invoice, List.of(part(application, application.amount()))));
                sources.add(new Source(amount));
            }
        }
    }

    private Source openTheBankLine() {
        Source bankLine = new Source(booking.amount().abs());
        sources.add(bankLine);
        return bankLine;
    }

    private void applyWhatGoesWithTheLine() {
        for (Application application : booking.applications()) {
            if (!application.amount().isZero() && flowOf(invoice(application), application) == line) {
                draw(application);
            }
        }
    }

    /** The counter-payments, then the line. */
    private void pay(Source bankLine) {
        for (Source source : sources) {
            if (source != bankLine) {
                counter(source.parts);
            } else if (!source.amount.isZero()) {
                payments.add(payment(line, source.amount, source.firstAppliedTo(), source.parts));
            }
        }
    }

    /** No bank says whose it is: it is a payment of each party, and of the type, that its documents ask for. */
    private void counter(List<Payment.Part> parts) {
        Map<PaidTo, List<Payment.Part>> of = new LinkedHashMap<>();
        for (Payment.Part part : parts) {
            Invoice invoice = invoice(part.invoice());
            PaidTo to = new PaidTo(PaymentType.of(line, invoice.type().direction()), invoice.party());
            of.computeIfAbsent(to, all -> new ArrayList<>()).add(part);
        }
        of.forEach((to, all) -> payments.add(new Payment(to.type, line, sum(all), to.party, all)));
    }

    private Money sum(List<Payment.Part> parts) {
        Money sum = Money.zero(booking.amount().currency());
        for (Payment.Part part : parts) {
            sum = sum.plus(part.amount().abs());
        }
        return sum;
    }

    private void draw(Application application) {
        Money left = application.amount().abs();
        for (Source source : sources) {
            Money drawn = source.rest.compareTo(left) < 0 ? source.rest : left;
            if (drawn.signum() > 0) {
                source.rest = source.rest.minus(drawn);
                source.parts.add(part(application, application.amount().signum() < 0 ? drawn.negate() : drawn));
                left = left.minus(drawn);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("booking " + booking.key() + " applies more than it holds");
        }
    }

    private void writeOff() {
        for (Application application : booking.applications()) {
            if (!application.writeOff().isZero()) {
                Invoice invoice = invoice(application);
                payments.add(new Payment(
                        PaymentType.WRITE_OFF,
                        flowOf(invoice, application),
                        application.writeOff().abs(),
                        invoice.party(),
                        List.of(part(application, application.writeOff()))));
            }
        }
    }

    private Payment payment(Flow flow, Money amount, Invoice of, List<Payment.Part> parts) {
        return new Payment(PaymentType.of(flow, of.type().direction()), flow, amount, of.party(), parts);
    }

    private static Payment.Part part(Application application, Money amount) {
        return new Payment.Part(application.document(), amount, application.takesBack());
    }

    private Invoice invoice(Application application) {
        return invoice(application.document());
    }

    private Invoice invoice(DocumentId id) {
        Invoice invoice = invoices.get(id);
        if (invoice == null) {
            throw new IllegalStateException("document " + id + " was not read");
        }
        return invoice;
    }

    private record PaidTo(PaymentType type, @Nullable String party) {}

    /** Cash that goes the line's way and may be applied: the line, or the counter-payment of something netted. */
    private final class Source {
        private final Money amount;
        private final List<Payment.Part> parts = new ArrayList<>();
        private Money rest;

        private Source(Money amount) {
            this.amount = amount;
            this.rest = amount;
        }

        /** Whose payment the bank line is taken for, when it pays several parties' documents. */
        private Invoice firstAppliedTo() {
            return parts.isEmpty()
                    ? invoice(booking.applications().get(0))
                    : invoice(parts.get(0).invoice());
        }
    }
}
