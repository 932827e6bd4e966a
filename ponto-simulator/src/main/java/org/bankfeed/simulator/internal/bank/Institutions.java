package org.bankfeed.simulator.internal.bank;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.simulator.internal.bank.Institution.DayStyle;
import org.jspecify.annotations.Nullable;

/** The banks that can be linked. Both ways of writing a day occur, a given bank always uses the same. */
public final class Institutions {

    private record Known(String name, String bic, String country, String zone, int from, int to) {}

    // from..to: the first three digits of a Belgian account number that belong to the bank
    private static final List<Known> KNOWN = List.of(
            new Known("BNP Paribas Fortis", "GEBABEBB", "BE", "Europe/Brussels", 1, 49),
            new Known("Belfius", "GKCCBEBB", "BE", "Europe/Brussels", 50, 99),
            new Known("bpost bank", "BPOTBEB1", "BE", "Europe/Brussels", 100, 100),
            new Known("Crelan", "NICABEBB", "BE", "Europe/Brussels", 103, 108),
            new Known("ING België", "BBRUBEBB", "BE", "Europe/Brussels", 300, 399),
            new Known("KBC", "KREDBEBB", "BE", "Europe/Brussels", 400, 499),
            new Known("Triodos", "TRIOBEBB", "BE", "Europe/Brussels", 523, 523),
            new Known("Beobank", "CTBKBEBX", "BE", "Europe/Brussels", 950, 959),
            new Known("Argenta", "ARSPBE22", "BE", "Europe/Brussels", 973, 973),
            new Known("ING Nederland", "INGBNL2A", "NL", "Europe/Amsterdam", -1, -1),
            new Known("Rabobank", "RABONL2U", "NL", "Europe/Amsterdam", -1, -1),
            new Known("Banque Internationale", "BILLLULL", "LU", "Europe/Luxembourg", -1, -1),
            new Known("Crédit Industriel", "CMCIFRPP", "FR", "Europe/Paris", -1, -1));

    private final Map<String, Institution> byName = new LinkedHashMap<>();

    Institutions() {
        KNOWN.forEach(this::add);
    }

    /** The bank that holds the account; one that nobody has heard of is added. */
    Institution of(HistoryAccount account) {
        String name = account.bank();
        if (name == null) {
            name = byNumber(account.reference()).map(Known::name).orElse("Simulated Bank");
        }
        Institution known = byName.get(name);
        return known != null ? known : add(new Known(name, "SIMUBEBB", "BE", "Europe/Brussels", -1, -1));
    }

    Collection<Institution> all() {
        return List.copyOf(byName.values());
    }

    private Institution add(Known known) {
        int ordinal = byName.size();
        Institution institution = new Institution(
                UUID.nameUUIDFromBytes(("institution:" + known.name()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                known.name(),
                known.bic(),
                known.country(),
                ZoneId.of(known.zone()),
                ordinal % 2 == 0 ? DayStyle.UTC_MIDNIGHT : DayStyle.LOCAL_MIDNIGHT,
                (3 + 3 * ordinal) % 9,
                true);
        byName.put(known.name(), institution);
        return institution;
    }

    private static Optional<Known> byNumber(String reference) {
        Integer prefix = belgianPrefix(reference);
        if (prefix == null) {
            return Optional.empty();
        }
        return KNOWN.stream()
                .filter(known -> known.from() <= prefix && prefix <= known.to())
                .findFirst();
    }

    private static @Nullable Integer belgianPrefix(String reference) {
        String number = reference.replace(" ", "");
        return number.matches("BE\\d{14}") ? Integer.valueOf(number.substring(4, 7)) : null;
    }
}
