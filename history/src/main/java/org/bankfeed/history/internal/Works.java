package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryInvoice.Direction;
import org.bankfeed.history.HistoryInvoice.Type;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.history.HistoryRetention;
import org.bankfeed.history.internal.Customer.Payer;
import org.bankfeed.history.internal.Line.Kind;

/**
 * Building works, invoiced without tax among contractors. A builder for whom the company fits kitchens out keeps a
 * guarantee until the works are accepted a year later. Of what a fitter with social debts asks, a part goes to the social
 * security instead. It has a chance of its own, so that everybody else lives as if it were not there.
 */
final class Works {

    private static final int TERM_DAYS = 30;
    private static final BigDecimal GUARANTEE = new BigDecimal("0.05");
    private static final BigDecimal SOCIAL_DEBT = new BigDecimal("0.35");
    private static final HistoryParty BUILDER = new HistoryParty("C1801", "Bouwbedrijf Torenhoek NV", List.of());

    private final Chance chance;
    private final Agenda agenda;
    private final Diary diary;
    private final Payer builder;
    private final Payer fitter;
    private final Payer socialSecurity;
    private final HistoryParty fitterParty;
    private int sold;
    private int bought;

    Works(Chance chance, Agenda agenda, Diary diary) {
        this.chance = chance;
        this.agenda = agenda;
        this.diary = diary;
        this.builder = new Payer("TORENHOEK BOUWBEDRIJF", CheckDigits.belgianIban("542" + chance.digits(7)));
        this.fitter = new Payer("Keukenplaatsing Rekkelinge BV", CheckDigits.belgianIban("661" + chance.digits(7)));
        this.socialSecurity = new Payer("INHOUDINGEN 30BIS", CheckDigits.belgianIban("679" + chance.digits(7)));
        this.fitterParty = new HistoryParty("L901", fitter.name(), List.of(fitter.account()));
    }

    void live(LocalDate today) {
        boolean quarter = today.getMonthValue() % 3 == 2;
        if (quarter && BankCalendar.isFirstOnOrAfter(today, 6)) {
            sell(today);
        }
        if (quarter && BankCalendar.isFirstOnOrAfter(today, 12)) {
            buy(today);
        }
    }

    private void sell(LocalDate today) {
        sold++;
        BigDecimal total = chance.amount(8400, 0.3);
        HistoryRetention guarantee =
                new HistoryRetention(HistoryRetention.Kind.GUARANTEE, share(total, GUARANTEE), today.plusYears(1));
        String number = "W%d-%02d".formatted(today.getYear(), sold);
        String reference = CheckDigits.belgian("1801%02d%04d".formatted(today.getYear() % 100, sold));
        OpenDocument invoice = open("V" + number, Direction.SALES, number, BUILDER, total, today, reference, guarantee);
        LocalDate paid = today.plusDays(TERM_DAYS + chance.between(-4, 8));
        agenda.on(
                paid,
                day -> receive(day, Kind.HELD_BACK, invoice, total.subtract(guarantee.amount()), "min 5% waarborg"));
        agenda.on(
                today.plusYears(1).plusDays(chance.between(1, 12)),
                day -> receive(day, Kind.RELEASED, invoice, guarantee.amount(), "vrijgave waarborg"));
    }

    private void receive(LocalDate today, Kind kind, OpenDocument invoice, BigDecimal amount, String words) {
        diary.book(
                today,
                new Line(kind, OwnAccount.MAIN, amount)
                        .with(builder.name(), builder.account())
                        .saying(Remittance.free("Factuur " + invoice.number() + " " + words))
                        .settling(invoice, amount, null));
    }

    private void buy(LocalDate today) {
        bought++;
        BigDecimal total = chance.amount(2600, 0.3);
        BigDecimal withheld = share(total, SOCIAL_DEBT);
        HistoryRetention debt = new HistoryRetention(HistoryRetention.Kind.SOCIAL_DEBT, withheld, null);
        String number = "KR%d/%03d".formatted(today.getYear(), 40 + bought);
        OpenDocument invoice = open(
                "AW%04d".formatted(bought),
                Direction.PURCHASE,
                number,
                fitterParty,
                total,
                today,
                CheckDigits.belgian("4901%06d".formatted(bought)),
                debt);
        agenda.on(today.plusDays(TERM_DAYS - 2), day -> {
            pay(day, Kind.HELD_BACK, fitter, invoice, total.subtract(withheld), number);
            pay(day, Kind.WITHHELD, socialSecurity, invoice, withheld, "30bis " + number + " " + fitter.name());
        });
    }

    private void pay(LocalDate today, Kind kind, Payer to, OpenDocument invoice, BigDecimal amount, String words) {
        diary.book(
                today,
                new Line(kind, OwnAccount.MAIN, amount.negate())
                        .with(to.name(), to.account())
                        .saying(Remittance.free(words))
                        .coded("PMNT-ICDT-ESCT")
                        .settling(invoice, amount, null));
    }

    private OpenDocument open(
            String id,
            Direction direction,
            String number,
            HistoryParty party,
            BigDecimal total,
            LocalDate today,
            String reference,
            HistoryRetention held) {
        OpenDocument document = new OpenDocument(new HistoryInvoice(
                id,
                direction,
                Type.INVOICE,
                number,
                party,
                "EUR",
                total,
                total,
                today,
                today.plusDays(TERM_DAYS),
                reference,
                null,
                List.of(held)));
        diary.open(document);
        return document;
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part) {
        return amount.multiply(part).setScale(2, RoundingMode.HALF_UP);
    }
}
