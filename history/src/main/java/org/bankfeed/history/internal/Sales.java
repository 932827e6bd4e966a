package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryInvoice.Direction;
import org.bankfeed.history.HistoryInvoice.Type;
import org.bankfeed.history.internal.Customer.Manner;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes to customers. When and how they are paid is planned here and done by {@link Receipts}. */
final class Sales {

    private static final BigDecimal TAX = new BigDecimal("0.21");
    private static final BigDecimal DISCOUNT_PERCENT = new BigDecimal("2");
    private static final int DISCOUNT_DAYS = 10;
    private static final int TERM_DAYS = 30;
    private static final int BAD_DEBT_DAYS = 500;
    private static final int CREDIT_NOTE_DAYS = 75;

    private final Chance chance;
    private final Agenda agenda;
    private final Diary diary;
    private final List<Customer> customers;
    private final Receipts receipts;
    private final Map<Integer, Integer> invoicesOfYear = new HashMap<>();
    private final Map<Integer, Integer> creditNotesOfYear = new HashMap<>();

    Sales(Chance chance, Agenda agenda, Diary diary) {
        this.chance = chance;
        this.agenda = agenda;
        this.diary = diary;
        this.customers = new Customers(chance).invented();
        this.receipts = new Receipts(chance, agenda, diary);
    }

    void live(LocalDate today) {
        int invoices = chance.between(1, 3);
        for (int n = 0; n < invoices; n++) {
            invoice(today, someCustomer());
        }
        if (chance.happens(0.09)) {
            creditNote(today, someCustomer());
        }
    }

    /** A few buy often, most now and then. */
    private Customer someCustomer() {
        int last = customers.size() - 1;
        return customers.get(Math.min(chance.between(0, last), chance.between(0, last)));
    }

    private void invoice(LocalDate today, Customer customer) {
        int count = invoicesOfYear.merge(today.getYear(), 1, Integer::sum);
        String number = today.getYear() + "-" + padded(count);
        BigDecimal net = chance.amount(620, 0.85);
        HistoryDiscount discount = discount(today, customer, net);
        BigDecimal total = net.add(tax(customer, discount == null ? net : net.subtract(discount.amount())));
        OpenDocument document = new OpenDocument(new HistoryInvoice(
                "V" + number,
                Direction.SALES,
                Type.INVOICE,
                number,
                customer.party(),
                "EUR",
                total,
                total,
                today,
                today.plusDays(TERM_DAYS),
                reference(today, customer, count),
                discount));
        diary.open(document);
        receipts.expect(customer, document);
        plan(today, customer, document);
    }

    /** In Belgium the tax is reckoned on the net less the discount, whether it is taken or not. */
    private static BigDecimal tax(Customer customer, BigDecimal taxable) {
        BigDecimal rate = customer.manner() == Manner.ABROAD ? BigDecimal.ZERO : TAX;
        return taxable.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable HistoryDiscount discount(LocalDate today, Customer customer, BigDecimal net) {
        if (customer.manner() != Manner.EARLY) {
            return null;
        }
        BigDecimal amount = net.multiply(DISCOUNT_PERCENT).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        return new HistoryDiscount(DISCOUNT_PERCENT, today.plusDays(DISCOUNT_DAYS), amount);
    }

    /** Belgians get a Belgian reference, others a European one, and one invoice in twelve was printed without. */
    private @Nullable String reference(LocalDate today, Customer customer, int count) {
        if (chance.happens(1.0 / 12)) {
            return null;
        }
        String customerNumber = customer.party().id().substring(1);
        return customer.language() == Language.NL || customer.language() == Language.FR
                ? CheckDigits.belgian(customerNumber + today.getYear() % 100 + padded(count))
                : CheckDigits.creditorReference(customerNumber + "KPV" + today.getYear() + padded(count));
    }

    private void plan(LocalDate today, Customer customer, OpenDocument document) {
        LocalDate due = document.invoice().dueDate();
        if (customer.manner() == Manner.COLLECTED) {
            agenda.on(due, day -> receipts.collect(day, customer, document));
        } else if (customer.manner() == Manner.GROUPING) {
            agenda.on(payday(due), day -> receipts.payAllThatIsDue(day, customer));
        } else if (chance.happens(0.012)) {
            agenda.on(today.plusDays(BAD_DEBT_DAYS), day -> giveUp(document));
        } else {
            agenda.on(paymentDay(today, due, customer), day -> receipts.pay(day, customer, document));
        }
    }

    private LocalDate paymentDay(LocalDate today, LocalDate due, Customer customer) {
        boolean early = customer.manner() == Manner.EARLY && chance.happens(0.8);
        return early
                ? today.plusDays(chance.between(3, DISCOUNT_DAYS - 3))
                : due.plusDays(customer.daysLate() + chance.between(-3, 6));
    }

    /** Who pays in rounds does so on the 5th and the 20th. */
    private static LocalDate payday(LocalDate due) {
        if (due.getDayOfMonth() <= 5) {
            return due.withDayOfMonth(5);
        }
        return due.getDayOfMonth() <= 20
                ? due.withDayOfMonth(20)
                : due.plusMonths(1).withDayOfMonth(5);
    }

    private void giveUp(OpenDocument document) {
        if (document.isOpen()) {
            diary.close(document);
        }
    }

    /** Goods come back, or were broken: part of an invoice that is still open is taken back. */
    private void creditNote(LocalDate today, Customer customer) {
        OpenDocument invoice = receipts.latestUntouched(customer);
        if (invoice == null || customer.manner() == Manner.COLLECTED) {
            return;
        }
        int count = creditNotesOfYear.merge(today.getYear(), 1, Integer::sum);
        String number = "CN" + today.getYear() + "-" + padded(count);
        BigDecimal total = share(invoice.left(), chance.between(5, 45));
        OpenDocument note = new OpenDocument(new HistoryInvoice(
                "V" + number,
                Direction.SALES,
                Type.CREDIT_NOTE,
                number,
                customer.party(),
                "EUR",
                total,
                total,
                today,
                today.plusDays(TERM_DAYS),
                null,
                null));
        diary.open(note);
        receipts.expect(customer, note);
        agenda.on(today.plusDays(CREDIT_NOTE_DAYS), day -> receipts.payOut(day, customer, note));
    }

    private static BigDecimal share(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    private static String padded(int count) {
        return "%04d".formatted(count);
    }
}
