package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.bankfeed.history.internal.Customer.Payer;
import org.bankfeed.history.internal.Line.Kind;

/** Everything on a bank statement that pays no invoice: wages, taxes, fees, cards, own transfers, stray money. */
final class Household {

    private static final BigDecimal HUNDRED = new BigDecimal("100.00");
    private static final BigDecimal THOUSAND = new BigDecimal("1000.00");
    private static final List<String> STAFF = List.of(
            "Hazelaer Noor",
            "Verdonkt Jasper",
            "Malvaux Céline",
            "Boterdaele Wannes",
            "Oudekerck Imane",
            "Spillebeen Rik");
    private static final List<String> SHOPS = List.of(
            "TANKSTATION DE KRUISING",
            "BROODJESBAR HET HOEKJE",
            "PARKING STADSPOORT",
            "BOUWMARKT SPIJKERS",
            "RESTAURANT LE COQ ROUGE",
            "TREINLIJN TICKETS",
            "CARWASH GLANSRIJK");

    private final Chance chance;
    private final Agenda agenda;
    private final Diary diary;
    private final List<Payer> staff;
    private final Payer taxOffice;
    private final Payer socialSecurity;
    private final Payer cardPayments;

    Household(Chance chance, Agenda agenda, Diary diary) {
        this.chance = chance;
        this.agenda = agenda;
        this.diary = diary;
        this.staff = STAFF.stream().map(name -> new Payer(name, account())).toList();
        this.taxOffice = new Payer("INNINGSCENTRUM BELASTINGEN", account());
        this.socialSecurity = new Payer("SOCIALE BIJDRAGEN INNING", account());
        this.cardPayments = new Payer("PAYLANE EUROPE SETTLEMENT", CheckDigits.iban("NL", "PYLN" + chance.digits(10)));
    }

    private String account() {
        return CheckDigits.belgianIban("679" + chance.digits(7));
    }

    void live(LocalDate today) {
        wagesAndTaxes(today);
        banks(today);
        if (chance.happens(0.5)) {
            card(today);
        }
        if (today.getDayOfWeek() == DayOfWeek.MONDAY) {
            cardSales(today);
        }
        if (chance.happens(0.05)) {
            stray(today);
        }
        moveOwnMoney(today);
    }

    private void wagesAndTaxes(LocalDate today) {
        if (BankCalendar.isFirstOnOrAfter(today, 25)) {
            staff.forEach(person -> wage(today, person));
        }
        if (BankCalendar.isFirstOnOrAfter(today, 15)) {
            tax(today, taxOffice, chance.amount(3100, 0.05));
        }
        if (BankCalendar.isFirstOnOrAfter(today, 20)) {
            tax(today, taxOffice, chance.amount(5200, 0.3));
        }
        if (today.getMonthValue() % 3 == 1 && BankCalendar.isFirstOnOrAfter(today, 5)) {
            tax(today, socialSecurity, chance.amount(12800, 0.05));
        }
    }

    private void wage(LocalDate today, Payer person) {
        String month = today.getMonth().getDisplayName(TextStyle.FULL, Locale.forLanguageTag("nl"));
        diary.book(
                today,
                new Line(Kind.SALARY, OwnAccount.MAIN, chance.amount(2250, 0.09).negate())
                        .with(person.name(), person.account())
                        .saying(Remittance.free("Loon " + month + " " + today.getYear()))
                        .coded("PMNT-ICDT-SALA"));
    }

    private void tax(LocalDate today, Payer office, BigDecimal amount) {
        diary.book(
                today,
                new Line(Kind.TAX, OwnAccount.MAIN, amount.negate())
                        .with(office.name(), office.account())
                        .saying(Remittance.structured(CheckDigits.belgian("3" + chance.digits(9))))
                        .coded("PMNT-ICDT-TAXS"));
    }

    private void banks(LocalDate today) {
        if (!BankCalendar.isFirstOnOrAfter(today, 1)) {
            return;
        }
        fee(today, OwnAccount.MAIN, "Beheerskosten zakelijk pakket", chance.cents(1150, 2490));
        fee(today, OwnAccount.SECOND, "Frais de tenue de compte", chance.cents(650, 980));
        fee(today, OwnAccount.DOLLARS, "Kosten valutarekening", chance.cents(400, 700));
        if (today.getMonthValue() == 1) {
            interest(today);
        }
    }

    private void fee(LocalDate today, OwnAccount account, String words, BigDecimal amount) {
        diary.book(
                today,
                new Line(Kind.BANK_FEE, account, amount.negate())
                        .saying(Remittance.free(words))
                        .coded("ACMT-MDOP-CHRG")
                        .described(words));
    }

    private void interest(LocalDate today) {
        BigDecimal interest = diary.balance(OwnAccount.SAVINGS)
                .multiply(new BigDecimal("0.011"))
                .setScale(2, RoundingMode.HALF_UP);
        diary.book(
                today,
                new Line(Kind.INTEREST, OwnAccount.SAVINGS, interest)
                        .saying(Remittance.free("Basisrente en getrouwheidspremie"))
                        .coded("ACMT-MCOP-INTR"));
    }

    private void card(LocalDate today) {
        String shop = chance.one(SHOPS);
        diary.book(
                today,
                new Line(
                                Kind.CARD,
                                chance.happens(0.8) ? OwnAccount.MAIN : OwnAccount.SECOND,
                                chance.amount(38, 0.7).negate())
                        .with(shop, null)
                        .saying(Remittance.free("Betaling met debetkaart XXXX " + chance.digits(4) + " " + shop))
                        .coded("PMNT-CCRD-POSD"));
    }

    /** A week of card payments in the shop, less what the payment firm keeps. */
    private void cardSales(LocalDate today) {
        diary.book(
                today,
                new Line(Kind.CARD_SALES, OwnAccount.SECOND, chance.amount(870, 0.3))
                        .with(cardPayments.name(), cardPayments.account())
                        .saying(Remittance.free("PAYOUT " + today.minusDays(3) + " BATCH " + chance.digits(7)))
                        .coded("PMNT-MCRD-UPCT"));
    }

    private void stray(LocalDate today) {
        boolean in = chance.happens(0.6);
        String words = chance.one(
                "Terugbetaling waarborg",
                "Remboursement sinistre " + chance.digits(6),
                "Ledengeld",
                "Order " + chance.digits(8),
                "verkeerde rekening, sorry",
                "Sponsoring kermis");
        BigDecimal amount = chance.amount(140, 0.8);
        diary.book(
                today,
                new Line(Kind.STRAY, OwnAccount.MAIN, in ? amount : amount.negate())
                        .with(
                                chance.one(CustomerNames.SURNAMES) + " " + chance.one("Lies", "Marc", "Anne", "Yves"),
                                account())
                        .saying(Remittance.free(words))
                        .coded(in ? "PMNT-RCDT-ESCT" : "PMNT-ICDT-ESCT"));
    }

    /** Keeps the current accounts neither empty nor idle, at the end of the month and whenever one runs dry. */
    private void moveOwnMoney(LocalDate today) {
        BigDecimal main = diary.balance(OwnAccount.MAIN);
        if (main.compareTo(new BigDecimal("15000")) < 0) {
            move(today, OwnAccount.SAVINGS, OwnAccount.MAIN, new BigDecimal("15000.00"), "van spaarrekening");
        } else if (BankCalendar.isFirstOnOrAfter(today, 28) && main.compareTo(new BigDecimal("55000")) > 0) {
            move(
                    today,
                    OwnAccount.MAIN,
                    OwnAccount.SAVINGS,
                    whole(main.subtract(new BigDecimal("40000")), THOUSAND),
                    "naar spaarrekening");
        }
        BigDecimal second = diary.balance(OwnAccount.SECOND);
        if (BankCalendar.isFirstOnOrAfter(today, 10) && second.compareTo(new BigDecimal("6000")) > 0) {
            move(
                    today,
                    OwnAccount.SECOND,
                    OwnAccount.MAIN,
                    whole(second.subtract(new BigDecimal("2000")), HUNDRED),
                    "transfert compte propre");
        }
        if (diary.balance(OwnAccount.DOLLARS).compareTo(new BigDecimal("9000")) < 0) {
            buyDollars(today);
        }
    }

    private static BigDecimal whole(BigDecimal amount, BigDecimal unit) {
        return amount.divideToIntegralValue(unit).multiply(unit).setScale(2, RoundingMode.DOWN);
    }

    private void move(LocalDate today, OwnAccount from, OwnAccount to, BigDecimal amount, String words) {
        diary.book(today, own(from, to, amount.negate(), words).coded("PMNT-ICDT-BOOK"));
        boolean sameBank = from != OwnAccount.SECOND && to != OwnAccount.SECOND;
        LocalDate arrival = sameBank ? today : today.plusDays(1);
        if (sameBank) {
            diary.book(today, own(to, from, amount, words).coded("PMNT-RCDT-BOOK"));
        } else {
            agenda.on(
                    arrival, day -> diary.book(day, own(to, from, amount, words).coded("PMNT-RCDT-BOOK")));
        }
    }

    private static Line own(OwnAccount on, OwnAccount other, BigDecimal amount, String words) {
        return new Line(Kind.OWN_TRANSFER, on, amount)
                .with(CompanyLife.NAME, other.iban())
                .saying(Remittance.free(words));
    }

    private void buyDollars(LocalDate today) {
        BigDecimal dollars = new BigDecimal("15000.00");
        BigDecimal rate = BigDecimal.valueOf(chance.between(10400, 11700), 4);
        BigDecimal euros = dollars.divide(rate, 2, RoundingMode.HALF_UP);
        String words = "Aankoop USD 15000,00 koers " + rate;
        diary.book(
                today,
                own(OwnAccount.MAIN, OwnAccount.DOLLARS, euros.negate(), words).coded("PMNT-ICDT-BOOK"));
        diary.book(
                today, own(OwnAccount.DOLLARS, OwnAccount.MAIN, dollars, words).coded("PMNT-RCDT-BOOK"));
    }
}
