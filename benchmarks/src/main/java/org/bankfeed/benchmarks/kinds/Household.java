package org.bankfeed.benchmarks.kinds;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.bankfeed.matching.internal.core.Share;

/** What stands on a company's account and pays no invoice, with numbers and amounts that tempt. */
final class Household {

    private static final List<Share> NOTHING = List.of();

    private final Random random;
    private final Referee referee;
    private final String staff;
    private final String provider;

    Household(Random random, Referee referee) {
        this.random = random;
        this.referee = referee;
        this.staff = Party.account(random);
        this.provider = Party.account(random);
    }

    void live(LocalDate day) {
        switch (day.getDayOfMonth()) {
            case 2 -> line(Kind.BANK, day, -(500 + random.nextInt(2000)), "", "", "kosten 01/2025", "ACMT-MDOP-CHRG");
            case 20 ->
                line(
                        Kind.TAX,
                        day,
                        -round(200_000),
                        "Finanzamt Mitte",
                        Party.account(random),
                        "+++090/9337/55493+++",
                        "PMNT-ICDT-TAXS");
            case 25 -> line(Kind.WAGES, day, -round(250_000), "Jonas Hagelstein", staff, "loon 4410", "PMNT-ICDT-SALA");
            case 28 ->
                line(
                        Kind.OWN_TRANSFER,
                        day,
                        -round(500_000),
                        "",
                        Referee.SAVINGS,
                        "naar spaarrekening",
                        "PMNT-ICDT-BOOK");
            default -> {
                // an ordinary day
            }
        }
        if (random.nextInt(4) == 0) {
            line(Kind.BANK, day, -round(9000), "", "", "kaart 5312 te Gent 4417", "PMNT-CCRD-POSD");
        }
        if (day.getDayOfWeek().getValue() == 2) {
            String batch = "T" + (100_000 + random.nextInt(900_000));
            line(Kind.PAYOUT, day, round(300_000), "Stichting Mollie Payments", provider, batch, "PMNT-RCDT-ESCT");
        }
        if (random.nextInt(20) == 0) {
            long amount = referee.someOpenAmount(random);
            line(
                    Kind.STRANGER,
                    day,
                    amount,
                    "Wim Onbekend",
                    Party.account(random),
                    "waarborg tent " + random.nextInt(300),
                    "PMNT-RCDT-ESCT");
        }
    }

    private long round(long about) {
        return about / 2 + random.nextInt((int) about);
    }

    private void line(Kind kind, LocalDate day, long amount, String name, String account, String text, String code) {
        if (amount != 0) {
            referee.line(
                    kind,
                    new Referee.Draft(day, amount)
                            .from(name, account)
                            .says(text, false)
                            .code(code),
                    NOTHING);
        }
    }
}
