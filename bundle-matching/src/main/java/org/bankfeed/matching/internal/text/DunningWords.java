package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words for what a late payer owes beside the document: interest and what reminders cost, in the languages around us. */
public final class DunningWords {

    private static final Set<String> WORDS = Set.of(
            "VERWIJLINTREST",
            "VERWIJLINTRESTEN",
            "VERWIJLINTERESTEN",
            "NALATIGHEIDSINTRESTEN",
            "AANMANINGSKOSTEN",
            "HERINNERINGSKOSTEN",
            "RETARD",
            "RAPPEL",
            "MAHNGEBUHR",
            "MAHNGEBUHREN",
            "MAHNSPESEN",
            "MAHNKOSTEN",
            "VERZUGSZINSEN",
            "INTEREST",
            "LATE",
            "INTERESES",
            "DEMORA",
            "INTERESSI",
            "MORA",
            "RECLAMACION",
            "SOLLECITO",
            "ODSETKI",
            "RENTER",
            "DROJSMALSRANTA",
            "RYKKERGEBYR",
            "PAMINNELSEAVGIFT",
            "PURREGEBYR");

    private DunningWords() {}

    /** Whether a text says one of them. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }
}
