package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words for what is asked for in advance, in the languages around us: what is paid then has no document yet. */
public final class AdvanceWords {

    /** They may as well be said of a part of what is invoiced already. */
    private static final Set<String> OR_PART = Set.of(
            "PROVISIE", "PROVISION", "VOORSCHOT", "ACOMPTE", "ACCONTO", "ANTICIPO", "ZALOHA", "ZALOHOVA", "AVANSAS");

    private static final Set<String> WORDS = Set.of(
            "PROFORMA",
            "ANZAHLUNG",
            "CAPARRA",
            "ZALICZKA",
            "PRZEDPLATA",
            "DEPOSIT",
            "ADVANCE",
            "AANBETALING",
            "ARRHES",
            "ZADATEK",
            "HANDPENNING",
            "RETAINER",
            "PREPAYMENT",
            "VORAUSZAHLUNG",
            "VORKASSE",
            "VOORUITBETALING",
            "FORSKOTT",
            "ENNAKKOMAKSU",
            "SINAL");

    /** What is paid in advance together with them has not been invoiced. */
    private static final Set<String> NEW = Set.of(
            "NIEUW",
            "NIEUWE",
            "VERVOLGOPDRACHT",
            "NOUVEAU",
            "NOUVELLE",
            "NEU",
            "NEUE",
            "NEUEN",
            "NEUER",
            "FOLGEAUFTRAG",
            "NEW",
            "REPEAT",
            "NUOVO",
            "NUOVA",
            "NUEVO",
            "NUEVA",
            "NOWE",
            "NOWEGO",
            "NY",
            "NYA",
            "NYT");

    private AdvanceWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word) || OR_PART.contains(word);
    }

    /** Whether a text speaks of an advance on what is new: "acompte nouvelle commande comme 2025/3/013". */
    public static boolean areOfSomethingNew(BankText text) {
        return text.hasWord(AdvanceWords::contains) && text.hasWord(NEW::contains);
    }

    /** Whether a text speaks of an advance on an order, an offer or a booking. */
    public static boolean areOfAnOrder(BankText text) {
        return text.hasWord(AdvanceWords::contains) && text.hasWord(OrderWords::contains);
    }

    /** Whether a text says one of them, and so that no part of a document may be meant. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }
}
