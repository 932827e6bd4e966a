package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.internal.Customer.Manner;
import org.bankfeed.history.internal.Customer.Payer;
import org.bankfeed.history.internal.Line.Kind;
import org.jspecify.annotations.Nullable;

/** Money from customers, as they really pay: whole, in part, too much, twice, late, together, through others. */
final class Receipts {

    private static final String TRANSFER = "PMNT-RCDT-ESCT";
    private static final String FOREIGN_TRANSFER = "PMNT-RCDT-XBCT";
    private static final int MOST_AT_ONCE = 9;

    private final Chance chance;
    private final Agenda agenda;
    private final Diary diary;
    private final Wording wording;
    private final Map<Customer, List<OpenDocument>> documents = new HashMap<>();

    Receipts(Chance chance, Agenda agenda, Diary diary) {
        this.chance = chance;
        this.agenda = agenda;
        this.diary = diary;
        this.wording = new Wording(chance);
    }

    void expect(Customer customer, OpenDocument document) {
        documents.computeIfAbsent(customer, none -> new ArrayList<>()).add(document);
    }

    @Nullable
    OpenDocument latestUntouched(Customer customer) {
        List<OpenDocument> untouched = openInvoices(customer).stream()
                .filter(OpenDocument::isUntouched)
                .toList();
        return untouched.isEmpty() ? null : untouched.get(untouched.size() - 1);
    }

    private List<OpenDocument> openInvoices(Customer customer) {
        List<OpenDocument> own = documents.getOrDefault(customer, new ArrayList<>());
        own.removeIf(document -> !document.isOpen());
        return own.stream().filter(document -> !document.isCreditNote()).toList();
    }

    /** A credit note that the customer takes off a payment of {@code amount}, if it thinks of it. */
    private @Nullable OpenDocument creditNoteBelow(BigDecimal amount, Customer customer) {
        if (!chance.happens(0.7)) {
            return null;
        }
        return documents.getOrDefault(customer, List.of()).stream()
                .filter(document -> document.isCreditNote() && document.isOpen())
                .filter(note -> note.left().compareTo(amount) < 0)
                .findFirst()
                .orElse(null);
    }

    /** The customer pays one invoice. */
    void pay(LocalDate today, Customer customer, OpenDocument invoice) {
        if (!invoice.isOpen()) {
            return;
        }
        OpenDocument note = creditNoteBelow(invoice.left(), customer);
        if (note != null) {
            payTogether(today, customer, List.of(invoice), note);
        } else if (mayTakeTheDiscount(today, invoice)) {
            payLess(today, customer, invoice, Kind.DISCOUNT, discountOf(invoice));
        } else if (customer.manner() == Manner.ABROAD && isMoreThan(200, invoice) && chance.happens(0.7)) {
            payLess(today, customer, invoice, Kind.FOREIGN_FEE, chance.cents(450, 1850));
        } else {
            payByLot(today, customer, invoice, chance.between(1, 1000));
        }
    }

    private void payByLot(LocalDate today, Customer customer, OpenDocument invoice, int lot) {
        if (lot <= 30 && invoice.isUntouched() && isMoreThan(300, invoice)) {
            payInTwo(today, customer, invoice);
        } else if (lot <= 42 && isMoreThan(20, invoice)) {
            payLess(today, customer, invoice, Kind.ROUNDED, chance.cents(1, 35));
        } else if (lot <= 58) {
            payTooMuch(today, customer, invoice);
        } else if (lot <= 66) {
            payTwice(today, customer, invoice);
        } else if (lot <= 80) {
            bookByHandFirst(today, customer, invoice);
        } else {
            payExactly(today, customer, invoice);
        }
    }

    private static boolean mayTakeTheDiscount(LocalDate today, OpenDocument invoice) {
        HistoryDiscount discount = invoice.invoice().discount();
        return discount != null && invoice.isUntouched() && !today.isAfter(discount.until());
    }

    private static BigDecimal discountOf(OpenDocument invoice) {
        HistoryDiscount discount = invoice.invoice().discount();
        return discount == null ? BigDecimal.ZERO : discount.amount();
    }

    private static boolean isMoreThan(int amount, OpenDocument invoice) {
        return invoice.left().compareTo(BigDecimal.valueOf(amount)) > 0;
    }

    private void payExactly(LocalDate today, Customer customer, OpenDocument invoice) {
        Habit habit = habitFor(customer, invoice);
        diary.book(
                today,
                receipt(habit.kind(), customer, invoice, habit, invoice.left()).settling(invoice));
    }

    private void payLess(LocalDate today, Customer customer, OpenDocument invoice, Kind kind, BigDecimal less) {
        BigDecimal amount = invoice.left().subtract(less);
        diary.book(
                today,
                receipt(kind, customer, invoice, habitFor(customer, invoice), amount)
                        .settling(invoice, amount, less));
    }

    private void payInTwo(LocalDate today, Customer customer, OpenDocument invoice) {
        BigDecimal half = invoice.left().divide(BigDecimal.valueOf(chance.between(2, 3)), 0, RoundingMode.HALF_UP);
        BigDecimal amount = half.setScale(2);
        diary.book(
                today,
                receipt(Kind.PARTIAL, customer, invoice, habitFor(customer, invoice), amount)
                        .settling(invoice, amount, null));
        agenda.on(today.plusDays(chance.between(14, 35)), day -> pay(day, customer, invoice));
    }

    private void payTooMuch(LocalDate today, Customer customer, OpenDocument invoice) {
        BigDecimal extra = chance.one(chance.cents(10, 990), new BigDecimal("10.00"), new BigDecimal("100.00"));
        BigDecimal amount = invoice.left().add(extra);
        diary.book(
                today,
                receipt(Kind.OVERPAID, customer, invoice, habitFor(customer, invoice), amount)
                        .settling(invoice));
        if (chance.happens(0.5)) {
            agenda.on(today.plusDays(chance.between(6, 20)), day -> giveBack(day, customer, invoice, extra));
        }
    }

    private void payTwice(LocalDate today, Customer customer, OpenDocument invoice) {
        BigDecimal amount = invoice.left();
        Habit habit = habitFor(customer, invoice);
        diary.book(
                today, receipt(habit.kind(), customer, invoice, habit, amount).settling(invoice));
        agenda.on(
                today.plusDays(chance.between(1, 4)),
                day -> diary.book(day, receipt(Kind.PAID_TWICE, customer, invoice, habit, amount)));
        agenda.on(today.plusDays(chance.between(12, 25)), day -> giveBack(day, customer, invoice, amount));
    }

    /** The bookkeeper sees the money in the bank's own program and books it before the line arrives here. */
    private void bookByHandFirst(LocalDate today, Customer customer, OpenDocument invoice) {
        BigDecimal amount = invoice.left();
        diary.close(invoice);
        diary.book(today, receipt(Kind.ALREADY_BOOKED, customer, invoice, habitFor(customer, invoice), amount));
    }

    /** The customer pays everything that falls due within days, less a credit note. */
    void payAllThatIsDue(LocalDate today, Customer customer) {
        List<OpenDocument> due = openInvoices(customer).stream()
                .filter(invoice -> !invoice.invoice().dueDate().isAfter(today.plusDays(5)))
                .limit(MOST_AT_ONCE)
                .toList();
        if (due.size() == 1) {
            pay(today, customer, due.get(0));
        } else if (!due.isEmpty()) {
            payTogether(today, customer, due, creditNoteBelow(sum(due), customer));
        }
    }

    private void payTogether(
            LocalDate today, Customer customer, List<OpenDocument> invoices, @Nullable OpenDocument note) {
        BigDecimal amount = note == null ? sum(invoices) : sum(invoices).subtract(note.left());
        Habit habit = habitFor(customer, invoices.get(0));
        Line line = incoming(note == null ? Kind.SEVERAL : Kind.LESS_CREDIT_NOTE, customer, amount)
                .saying(wordsFor(invoices, note, habit, customer));
        invoices.forEach(line::settling);
        if (note != null) {
            line.settling(note);
        }
        diary.book(today, line);
    }

    /** Nobody can name several invoices by one reference: the numbers are written instead. */
    private Remittance wordsFor(
            List<OpenDocument> invoices, @Nullable OpenDocument note, Habit habit, Customer customer) {
        return habit == Habit.VAGUE || habit == Habit.SILENT
                ? wording.of(invoices.get(0), habit, customer)
                : wording.naming(invoices, habit, customer, note);
    }

    private static BigDecimal sum(List<OpenDocument> documents) {
        return documents.stream().map(OpenDocument::left).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** We collect an invoice by direct debit; now and then the bank sends it back. */
    void collect(LocalDate today, Customer customer, OpenDocument invoice) {
        if (!invoice.isOpen()) {
            return;
        }
        BigDecimal amount = invoice.left();
        String endToEnd = "KPV-" + invoice.number();
        diary.book(
                today,
                new Line(Kind.COLLECTED, OwnAccount.MAIN, amount)
                        .with(customer.payer().name(), customer.payer().account())
                        .saying(Remittance.free("Factuur " + invoice.number()))
                        .coded("PMNT-IDDT-ESDD")
                        .endToEnd(endToEnd)
                        .underMandate(customer.mandate(), null)
                        .settling(invoice));
        if (chance.happens(0.09)) {
            agenda.on(today.plusDays(chance.between(2, 5)), day -> sendBack(day, customer, invoice, amount));
        }
    }

    private void sendBack(LocalDate today, Customer customer, OpenDocument invoice, BigDecimal amount) {
        String reason =
                chance.one("AM04 onvoldoende saldo", "MS03 geen reden opgegeven", "MD06 op verzoek van de debiteur");
        diary.book(
                today,
                new Line(Kind.RETURNED, OwnAccount.MAIN, amount.negate())
                        .with(customer.payer().name(), customer.payer().account())
                        .saying(Remittance.free("Retour domiciliëring KPV-" + invoice.number() + " " + reason))
                        .coded("PMNT-IDDT-UPDD")
                        .endToEnd("KPV-" + invoice.number())
                        .underMandate(customer.mandate(), null)
                        .settling(invoice, amount.negate(), null));
        agenda.on(today.plusDays(chance.between(5, 15)), day -> pay(day, customer, invoice));
    }

    /** We pay a credit note out that the customer did not take off in time. */
    void payOut(LocalDate today, Customer customer, OpenDocument note) {
        if (note.isOpen()) {
            diary.book(
                    today,
                    refund(customer, "Creditnota " + note.number(), note.left()).settling(note));
        }
    }

    private void giveBack(LocalDate today, Customer customer, OpenDocument invoice, BigDecimal amount) {
        diary.book(today, refund(customer, "Terugbetaling te veel ontvangen " + invoice.number(), amount));
    }

    private static Line refund(Customer customer, String words, BigDecimal amount) {
        return new Line(Kind.REFUND, OwnAccount.MAIN, amount.negate())
                .with(customer.name(), customer.payer().account())
                .saying(Remittance.free(words))
                .coded("PMNT-ICDT-ESCT");
    }

    private Line receipt(Kind kind, Customer customer, OpenDocument invoice, Habit habit, BigDecimal amount) {
        return incoming(kind, customer, amount).saying(wording.of(invoice, habit, customer));
    }

    private Line incoming(Kind kind, Customer customer, BigDecimal amount) {
        Payer third = customer.thirdParty();
        boolean through = third != null && chance.happens(0.8);
        Payer payer = through && third != null ? third : customer.payer();
        String account = through || !chance.happens(0.1) ? payer.account() : chance.one(customer.accounts());
        return new Line(kind, houseBankFor(customer), amount)
                .with(payer.name(), account)
                .coded(customer.manner() == Manner.ABROAD ? FOREIGN_TRANSFER : TRANSFER)
                .valuedAfter(chance.happens(0.15) ? 1 : 0);
    }

    /** Half of those who write French pay to the account that is printed on their invoices, the second one. */
    private static OwnAccount houseBankFor(Customer customer) {
        boolean odd = customer.party().id().hashCode() % 2 != 0;
        return customer.language() == Language.FR && odd ? OwnAccount.SECOND : OwnAccount.MAIN;
    }

    private Habit habitFor(Customer customer, OpenDocument invoice) {
        Habit habit = chance.happens(0.12) ? Habit.drawn(chance) : customer.habit();
        return habit.usesTheReference() && invoice.invoice().paymentReference() == null ? Habit.NUMBER : habit;
    }
}
