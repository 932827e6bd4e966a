package org.bankfeed.benchmarks.kinds;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A customer or supplier: its name in the books, the name and account that it pays with, and how it pays. */
final class Party {

    private static final String[] FIRST = {
        "Hof", "Zee", "Berg", "Linde", "Molen", "Sterre", "Vlas", "Korn", "Hagel", "Eike"
    };
    private static final String[] SECOND = {
        "dal", "wijk", "berg", "horst", "veld", "laer", "zijde", "gaard", "stein", "hout"
    };
    private static final String[] TRADES = {
        "Schrijnwerk", "Traiteur", "Elektro", "Garage", "Tuinaanleg", "Verlag", "Optique"
    };
    private static final String[] FORMS = {"BV", "NV", "SRL", "GmbH", "SA", "VOF"};

    final String id;
    final String name;
    final String bankName;
    final String account;
    final boolean accountOnFile;
    final boolean abroad;
    final boolean collected;
    final String payersName;
    final String payersAccount;

    Party(String id, Random random) {
        String stem = FIRST[random.nextInt(10)] + SECOND[random.nextInt(10)];
        this.id = id;
        this.name = TRADES[random.nextInt(7)] + " " + stem + " " + FORMS[random.nextInt(6)];
        this.bankName = bankName(name, random.nextInt(4));
        this.account = account(random);
        this.accountOnFile = random.nextInt(10) < 4;
        this.abroad = random.nextInt(12) == 0;
        this.collected = !abroad && random.nextInt(10) == 0;
        this.payersName = "Groep " + FIRST[random.nextInt(10)] + SECOND[random.nextInt(10)] + " Holding";
        this.payersAccount = account(random);
    }

    private static String bankName(String name, int way) {
        return switch (way) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.substring(0, name.lastIndexOf(' '));
            case 2 -> name.substring(name.indexOf(' ') + 1);
            default -> name;
        };
    }

    List<String> accounts() {
        return accountOnFile ? List.of(account) : List.of();
    }

    static String account(Random random) {
        return "NL" + (10 + random.nextInt(89)) + "BANK"
                + String.format(Locale.ROOT, "%010d", random.nextInt(1_000_000_000));
    }
}
