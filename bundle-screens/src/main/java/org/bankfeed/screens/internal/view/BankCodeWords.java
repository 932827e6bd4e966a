package org.bankfeed.screens.internal.view;

import java.util.Locale;
import java.util.Map;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * A bank transaction code of ISO 20022 in words: its family says what kind of movement it is, its sub-family of which sort.
 * Those that banks around us send; of others the code itself has to do.
 */
public final class BankCodeWords {

    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("RCDT", "bank-code.rcdt"),
            Map.entry("ICDT", "bank-code.icdt"),
            Map.entry("RRCT", "bank-code.rrct"),
            Map.entry("IRCT", "bank-code.irct"),
            Map.entry("RDDT", "bank-code.rddt"),
            Map.entry("IDDT", "bank-code.iddt"),
            Map.entry("CCRD", "bank-code.ccrd"),
            Map.entry("MCRD", "bank-code.mcrd"),
            Map.entry("CNTR", "bank-code.cntr"),
            Map.entry("RCHQ", "bank-code.rchq"),
            Map.entry("ICHQ", "bank-code.ichq"),
            Map.entry("MCOP", "bank-code.mcop"),
            Map.entry("MDOP", "bank-code.mdop"));

    private static final Map<String, String> SORTS = Map.ofEntries(
            Map.entry("ESCT", "bank-code.sepa"),
            Map.entry("ESDD", "bank-code.sepa"),
            Map.entry("BBDD", "bank-code.bbdd"),
            Map.entry("DMCT", "bank-code.domestic"),
            Map.entry("XBCT", "bank-code.abroad"),
            Map.entry("STDO", "bank-code.standing-order"),
            Map.entry("BOOK", "bank-code.within-bank"),
            Map.entry("SALA", "bank-code.wages"),
            Map.entry("PAYR", "bank-code.wages"),
            Map.entry("TAXS", "bank-code.taxes"),
            Map.entry("TAXE", "bank-code.taxes"),
            Map.entry("RRTN", "bank-code.returned"),
            Map.entry("UPDD", "bank-code.unpaid"),
            Map.entry("UPCT", "bank-code.unpaid"),
            Map.entry("PRDD", "bank-code.reversed"),
            Map.entry("POSD", "bank-code.debit-card"),
            Map.entry("POSC", "bank-code.credit-card"),
            Map.entry("POSP", "bank-code.debit-card"),
            Map.entry("CWDL", "bank-code.withdrawal"),
            Map.entry("CDPT", "bank-code.deposit"),
            Map.entry("CHRG", "bank-code.charges"),
            Map.entry("COMM", "bank-code.charges"),
            Map.entry("COMT", "bank-code.charges"),
            Map.entry("FEES", "bank-code.charges"),
            Map.entry("INTR", "bank-code.interest"));

    private BankCodeWords() {}

    /** Of a code such as {@code PMNT-RCDT-ESCT}; {@code null} if its family is none that is known here. */
    public static @Nullable Message of(String code) {
        String[] parts = code.strip().toUpperCase(Locale.ROOT).split("[^A-Z0-9]+");
        String family = parts.length > 1 ? FAMILIES.get(parts[1]) : null;
        String sort = parts.length > 2 ? SORTS.get(parts[2]) : null;
        if (family == null) {
            return null;
        }
        return sort == null ? Message.of(family) : Message.of("bank-code.both", Message.of(family), Message.of(sort));
    }
}
