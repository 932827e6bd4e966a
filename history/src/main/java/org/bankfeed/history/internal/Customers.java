package org.bankfeed.history.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.history.internal.Customer.Manner;
import org.bankfeed.history.internal.Customer.Payer;
import org.jspecify.annotations.Nullable;

/** Invents the company's customers: kitchens, shops and inns, none of which exists. */
final class Customers {

    private static final int COUNT = 96;

    private final Chance chance;
    private final Set<String> names = new HashSet<>();

    Customers(Chance chance) {
        this.chance = chance;
    }

    List<Customer> invented() {
        List<Customer> customers = new ArrayList<>();
        while (customers.size() < COUNT) {
            customers.add(invented(customers.size()));
        }
        return List.copyOf(customers);
    }

    private Customer invented(int place) {
        Manner manner = manner(place);
        Language language = manner == Manner.ABROAD ? Language.EN : language(place);
        String name = name(language);
        Payer payer = new Payer(onTheBankLine(name), account(language, manner));
        String other = chance.happens(0.08) ? belgianAccount() : null;
        boolean known = chance.happens(0.55);
        HistoryParty party =
                new HistoryParty("C" + (1001 + 7 * place), name, known ? List.of(payer.account()) : List.of());
        return new Customer(
                party, language, payer, other, thirdParty(manner), Habit.drawn(chance), chance.between(-6, 14), manner);
    }

    private static Manner manner(int place) {
        return switch (place % 16) {
            case 0, 5, 10 -> Manner.GROUPING;
            case 3, 12 -> Manner.EARLY;
            case 7 -> Manner.COLLECTED;
            case 15 -> place % 32 == 15 ? Manner.ABROAD : Manner.ORDINARY;
            default -> Manner.ORDINARY;
        };
    }

    private static Language language(int place) {
        return switch (place % 9) {
            case 2, 5, 7 -> Language.FR;
            case 8 -> Language.DE;
            default -> Language.NL;
        };
    }

    private String name(Language language) {
        String name = CustomerNames.of(language, chance);
        while (!names.add(name)) {
            name = CustomerNames.of(language, chance);
        }
        return name;
    }

    /** Somebody else pays for about one customer in fifteen: a holding, a partner, a bookkeeping office. */
    private @Nullable Payer thirdParty(Manner manner) {
        if (manner != Manner.ORDINARY || !chance.happens(0.1)) {
            return null;
        }
        String name = chance.one(CustomerNames.SURNAMES) + chance.one(" Holding BV", " Patrimonium", " Invest SRL", "");
        return new Payer(name.toUpperCase(Locale.ROOT), belgianAccount());
    }

    private String account(Language language, Manner manner) {
        if (manner == Manner.ABROAD) {
            return CheckDigits.iban("GB", chance.letters(4) + chance.digits(14));
        } else if (language == Language.DE && chance.happens(0.5)) {
            return CheckDigits.iban("DE", chance.digits(18));
        } else if (language == Language.NL && chance.happens(0.1)) {
            return CheckDigits.iban("NL", chance.letters(4) + chance.digits(10));
        } else if (language == Language.FR && chance.happens(0.1)) {
            return CheckDigits.iban("LU", chance.digits(16));
        }
        return belgianAccount();
    }

    private String belgianAccount() {
        return CheckDigits.belgianIban(chance.one("194", "882", "661", "542", "788") + chance.digits(7));
    }

    /** A name as banks show it: cut short, in capitals, without accents, without its legal form. */
    private String onTheBankLine(String name) {
        String shown = name;
        if (chance.happens(0.35)) {
            shown = shown.substring(0, shown.lastIndexOf(' '));
        }
        if (chance.happens(0.5)) {
            shown = shown.toUpperCase(Locale.ROOT);
        }
        if (chance.happens(0.5)) {
            shown = Normalizer.normalize(shown, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        }
        return shown.length() > 30 && chance.happens(0.4)
                ? shown.substring(0, 30).strip()
                : shown;
    }
}
