package org.bankfeed.matching.internal.text;

import java.util.Set;

/**
 * Words with which a payer says that a document is not paid by this money: "solde relevé sauf 101365", "101219 (101220
 * suivra)", "101220 betwist", "101218 werd al betaald", in the languages around us.
 */
public final class LeftOutWords {

    private static final Set<String> BEFORE = Set.of(
            "BEHALVE",
            "UITGEZONDERD",
            "ZONDER",
            "SAUF",
            "HORS",
            "EXCEPTE",
            "OHNE",
            "AUSSER",
            "EXCEPT",
            "EXCL",
            "EXCLUDING",
            "WITHOUT",
            "SALVO",
            "EXCEPTO",
            "ESCLUSA",
            "ESCLUSO",
            "TRANNE",
            "EXCETO",
            "UTOM",
            "UNDTAGEN",
            "UNNTATT",
            "PAITSI",
            "BEZ",
            "OPROCZ",
            "KROME");

    private static final Set<String> AFTER = Set.of(
            "VOLGT",
            "VOLGEN",
            "BETWIST",
            "ATTENTE",
            "PENDIENTE",
            "PENDING",
            "HOLD",
            "BESTRITTEN",
            "OMSTREDEN",
            "LATER",
            "SUIVRA",
            "SUIVRONT",
            "LITIGE",
            "CONTESTEE",
            "FOLGT",
            "FOLGEN",
            "SPATER",
            "SPAETER",
            "STRITTIG",
            "FOLLOW",
            "FOLLOWS",
            "DISPUTED",
            "DISPUTE",
            "SEGUE",
            "SEGUIRA",
            "CONTESTATA",
            "SIGUE",
            "DISPUTA",
            "POZNIEJ",
            "SPORNA",
            "REKLAMACJA",
            "REKLAMATION",
            "SCHON",
            "BEREITS",
            "REEDS",
            "ALBETAALD",
            "ALVOLDAAN",
            "GIAPAGATA",
            "GIASALDATA",
            "YAPAGADA",
            "YAABONADA",
            "DEJA",
            "ALREADY",
            "JUZ",
            "REDAN",
            "ALLEREDE",
            "SENARE",
            "SENERE",
            "BESTRIDS",
            "MYOHEMMIN",
            "RIIDANALAINEN");

    /** What they speak of is not the document, but what is left of it or was deducted. */
    private static final Set<String> NOT_OF_IT = Set.of(
            "REST",
            "RESTE",
            "RESTO",
            "RESTANT",
            "RESTERENDE",
            "SALDO",
            "SOLDE",
            "BALANCE",
            "REMAINDER",
            "RESZTA",
            "MIN",
            "MINUS",
            "MOINS",
            "LESS",
            "ABZGL",
            "ABZUGLICH",
            "MENO",
            "MENOS");

    /** They may stand between such a word and a number. */
    private static final Set<String> ARTICLES = Set.of("DE", "HET", "LA", "LE", "DIE", "THE", "EL", "L");

    private static final int MOST_BEFORE = 3;
    private static final int MOST_AFTER = 3;

    private LeftOutWords() {}

    /** Whether they are said of the number that stands between two places. */
    public static boolean areSaidOf(BankText text, int from, int to) {
        return standBefore(text, from) || standAfter(text, to);
    }

    private static boolean standBefore(BankText text, int number) {
        int end = number;
        for (int words = 0; words < MOST_BEFORE; words++) {
            int from = text.wordBefore(end);
            String word = from == end ? "" : text.compact(from, end);
            if (word.isEmpty() || BEFORE.contains(word)) {
                return !word.isEmpty();
            }
            if (!mayStandBetween(word)) {
                return false;
            }
            end = from;
        }
        return false;
    }

    private static boolean mayStandBetween(String word) {
        return InvoiceWords.contains(word) || OrderWords.mayFollow(word) || ARTICLES.contains(word);
    }

    private static boolean standAfter(BankText text, int number) {
        int from = number;
        String before = "";
        for (int words = 0; words < MOST_AFTER; words++) {
            int to = text.wordAfter(from);
            if (from == to) {
                return false;
            }
            String word = text.compact(from, to);
            if (AFTER.contains(word) || AFTER.contains(before + word)) {
                return true;
            }
            if (NOT_OF_IT.contains(word)) {
                return false;
            }
            before = word;
            from = to;
        }
        return false;
    }
}
