package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryInvoice.Direction;
import org.bankfeed.history.HistoryInvoice.Type;
import org.bankfeed.history.internal.Line.Kind;
import org.bankfeed.history.internal.Supplier.Reference;
import org.jspecify.annotations.Nullable;

/** Invoices from suppliers, paid in a run every Thursday or collected by the supplier. */
final class Purchases {

    private static final BigDecimal TAX = new BigDecimal("1.21");
    private static final int TERM_DAYS = 30;
    private static final int RUN_LOOKS_AHEAD_DAYS = 6;
    private static final DateTimeFormatter RUN = DateTimeFormatter.BASIC_ISO_DATE;

    private final Chance chance;
    private final Agenda agenda;
    private final Diary diary;
    private final List<Supplier> collecting;
    private final List<Supplier> trading;
    private final Map<Supplier, Integer> lastNumber = new HashMap<>();
    private final Map<Supplier, List<OpenDocument>> payable = new LinkedHashMap<>();
    private int documents;
    private int payments;

    Purchases(Chance chance, Agenda agenda, Diary diary) {
        this.chance = chance;
        this.agenda = agenda;
        this.diary = diary;
        List<Supplier> all = new Suppliers(chance).invented();
        this.collecting = all.stream().filter(Supplier::collects).toList();
        this.trading = all.stream().filter(supplier -> !supplier.collects()).toList();
    }

    void live(LocalDate today) {
        if (chance.happens(0.8)) {
            receive(today, chance.one(trading));
        }
        for (int place = 0; place < collecting.size(); place++) {
            if (BankCalendar.isFirstOnOrAfter(today, 3 + 4 * place)) {
                receiveCollected(today, collecting.get(place));
            }
        }
        if (today.getDayOfWeek() == DayOfWeek.THURSDAY) {
            payable.forEach((supplier, open) -> run(today, supplier, open));
        }
    }

    private void receive(LocalDate today, Supplier supplier) {
        OpenDocument invoice = invoice(today.minusDays(chance.between(0, 4)), supplier);
        diary.open(invoice);
        payable.computeIfAbsent(supplier, none -> new ArrayList<>()).add(invoice);
        if (chance.happens(0.06)) {
            agenda.on(today.plusDays(chance.between(3, 9)), day -> receiveCreditNote(day, supplier, invoice));
        }
    }

    /** Who collects does so some ten days later; now and then before the bookkeeper has entered the invoice. */
    private void receiveCollected(LocalDate today, Supplier supplier) {
        OpenDocument invoice = invoice(today, supplier);
        LocalDate collected = BankCalendar.onOrAfter(today.plusDays(chance.between(8, 12)));
        LocalDate entered = chance.happens(0.06) ? collected.plusDays(3) : today;
        if (entered.equals(today)) {
            diary.open(invoice);
        } else {
            agenda.on(entered, day -> diary.open(invoice));
        }
        agenda.on(collected, day -> collect(day, supplier, invoice));
    }

    private OpenDocument invoice(LocalDate issued, Supplier supplier) {
        int running = lastNumber.merge(supplier, chance.between(1, 23), Integer::sum);
        BigDecimal net = chance.amount(supplier.median(), supplier.collects() ? 0.08 : 0.5);
        HistoryDiscount discount = supplier.discounted() ? discount(issued, net) : null;
        BigDecimal total = total(net, discount, supplier);
        String number = number(supplier, issued, 1200 + running);
        return document(Type.INVOICE, number, supplier, total, issued, reference(supplier, running), discount);
    }

    private static String number(Supplier supplier, LocalDate issued, int running) {
        return supplier.numbering()
                .replace("Y", Integer.toString(issued.getYear()))
                .replace("#", "%05d".formatted(running));
    }

    private static HistoryDiscount discount(LocalDate issued, BigDecimal net) {
        BigDecimal amount = net.movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        return new HistoryDiscount(BigDecimal.ONE, issued.plusDays(14), amount);
    }

    private static BigDecimal total(BigDecimal net, @Nullable HistoryDiscount discount, Supplier supplier) {
        if (supplier.currency().equals("USD")) {
            return net;
        }
        BigDecimal kept = discount == null ? BigDecimal.ZERO : discount.amount();
        return net.subtract(kept)
                .multiply(TAX)
                .setScale(2, RoundingMode.HALF_UP)
                .add(kept);
    }

    private @Nullable String reference(Supplier supplier, int running) {
        String account = "4" + supplier.party().id().substring(1);
        return switch (supplier.reference()) {
            case BELGIAN -> CheckDigits.belgian(account + "%06d".formatted(running));
            case EUROPEAN -> CheckDigits.creditorReference(account + "%07d".formatted(running));
            case NONE -> null;
        };
    }

    private OpenDocument document(
            Type type,
            String number,
            Supplier supplier,
            BigDecimal total,
            LocalDate issued,
            @Nullable String reference,
            @Nullable HistoryDiscount discount) {
        documents++;
        return new OpenDocument(new HistoryInvoice(
                "A%06d".formatted(documents),
                Direction.PURCHASE,
                type,
                number,
                supplier.party(),
                supplier.currency(),
                total,
                total,
                issued,
                issued.plusDays(TERM_DAYS),
                reference,
                discount));
    }

    private void receiveCreditNote(LocalDate today, Supplier supplier, OpenDocument invoice) {
        BigDecimal total = invoice.invoice()
                .total()
                .multiply(BigDecimal.valueOf(chance.between(4, 30)))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
        OpenDocument note = document(Type.CREDIT_NOTE, "C" + invoice.number(), supplier, total, today, null, null);
        diary.open(note);
        if (chance.happens(0.6)) {
            payable.computeIfAbsent(supplier, none -> new ArrayList<>()).add(note);
        } else {
            agenda.on(today.plusDays(chance.between(10, 40)), day -> receiveRefund(day, supplier, note));
        }
    }

    private void receiveRefund(LocalDate today, Supplier supplier, OpenDocument note) {
        diary.book(
                today,
                new Line(Kind.SUPPLIER_REFUND, account(supplier), note.left())
                        .with(supplier.name(), supplier.account())
                        .saying(Remittance.free(chance.one("Creditnota ", "CN ", "Terugbetaling ") + note.number()))
                        .settling(note));
    }

    private void collect(LocalDate today, Supplier supplier, OpenDocument invoice) {
        String reference = invoice.invoice().paymentReference();
        diary.book(
                today,
                new Line(
                                Kind.PURCHASE_COLLECTED,
                                OwnAccount.MAIN,
                                invoice.left().negate())
                        .with(supplier.name(), supplier.account())
                        .saying(
                                reference == null
                                        ? Remittance.free("Factuur " + invoice.number())
                                        : Remittance.structured(reference))
                        .coded("PMNT-RDDT-ESDD")
                        .underMandate(supplier.mandate(), supplier.creditor())
                        .described("Europese domiciliëring")
                        .settling(invoice));
    }

    /** Pays what falls due before the next run; with a reference each invoice by itself, otherwise all together. */
    private void run(LocalDate today, Supplier supplier, List<OpenDocument> open) {
        List<OpenDocument> due =
                open.stream().filter(document -> isDue(today, document)).toList();
        List<OpenDocument> invoices =
                due.stream().filter(document -> !document.isCreditNote()).toList();
        if (supplier.reference() != Reference.NONE) {
            invoices.forEach(invoice -> payOne(today, supplier, invoice));
            open.removeAll(invoices);
        } else if (!invoices.isEmpty() && sum(due).signum() > 0) {
            payTogether(today, supplier, due);
            open.removeAll(due);
        }
        askBackOldCreditNotes(today, supplier, open);
    }

    private static boolean isDue(LocalDate today, OpenDocument document) {
        HistoryDiscount discount = document.invoice().discount();
        LocalDate until = discount == null ? document.invoice().dueDate() : discount.until();
        return document.isCreditNote() || !until.isAfter(today.plusDays(RUN_LOOKS_AHEAD_DAYS));
    }

    private void payOne(LocalDate today, Supplier supplier, OpenDocument invoice) {
        HistoryDiscount discount = invoice.invoice().discount();
        boolean early = discount != null && !today.isAfter(discount.until());
        BigDecimal kept = early && discount != null ? discount.amount() : null;
        BigDecimal cash = kept == null ? invoice.left() : invoice.left().subtract(kept);
        String reference = invoice.invoice().paymentReference();
        diary.book(
                today,
                payment(today, supplier, cash)
                        .saying(Remittance.structured(reference == null ? "" : reference))
                        .settling(invoice, cash, kept));
    }

    private void payTogether(LocalDate today, Supplier supplier, List<OpenDocument> due) {
        String numbers =
                String.join(", ", due.stream().map(OpenDocument::number).toList());
        Line line = payment(today, supplier, sum(due)).saying(Remittance.free(numbers));
        due.forEach(line::settling);
        diary.book(today, line);
    }

    private Line payment(LocalDate today, Supplier supplier, BigDecimal amount) {
        payments++;
        boolean dollars = supplier.currency().equals("USD");
        return new Line(Kind.PURCHASE, account(supplier), amount.negate())
                .with(supplier.name(), supplier.account())
                .coded(dollars ? "PMNT-ICDT-XBCT" : "PMNT-ICDT-ESCT")
                .endToEnd("KPV" + RUN.format(today) + "-" + payments);
    }

    private static OwnAccount account(Supplier supplier) {
        return supplier.currency().equals("USD") ? OwnAccount.DOLLARS : OwnAccount.MAIN;
    }

    /** The sum to pay: invoices less credit notes. */
    private static BigDecimal sum(List<OpenDocument> documents) {
        return documents.stream()
                .map(document -> document.isCreditNote() ? document.left().negate() : document.left())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void askBackOldCreditNotes(LocalDate today, Supplier supplier, List<OpenDocument> open) {
        List<OpenDocument> old = open.stream()
                .filter(OpenDocument::isCreditNote)
                .filter(note -> note.invoice().issueDate().isBefore(today.minusDays(45)))
                .toList();
        old.forEach(note -> agenda.on(today.plusDays(chance.between(4, 9)), day -> receiveRefund(day, supplier, note)));
        open.removeAll(old);
    }
}
