package org.bankfeed.screens.internal.view;

import java.util.Locale;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.journal.JournalException;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.screens.internal.words.Told;
import org.bankfeed.value.Masking;

/** How counts and sentences are put together. */
public final class Words {

    private Words() {}

    /** {@code 1,204}. */
    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 1 line}, {@code 1,204 lines}. */
    public static String counted(long number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? noun : noun + "s");
    }

    /**
     * What a service says, for a page: begins with a capital, ends with a full stop, names no shell command and no account
     * number in full.
     */
    public static String sentence(String said) {
        String ended = ended(said);
        return ended.isEmpty() ? ended : ended.substring(0, 1).toUpperCase(Locale.ROOT) + ended.substring(1);
    }

    /** What a service says that refuses something: in the reader's language where it has a code. */
    public static Object said(Exception refusal) {
        if (refusal instanceof JournalException journal) {
            return journal.sentence();
        }
        if (refusal instanceof MatchingException matching) {
            return matching.sentence();
        }
        return refusal instanceof InvoiceEntry.Refused ledger
                ? ledger.sentence()
                : new Told(sentence(String.valueOf(refusal.getMessage())));
    }

    /** The same within a sentence: it begins as it did. */
    public static String ended(String said) {
        String plain = Masking.of(said).replaceAll(" \\(bank:[^)]*\\)", "").replaceAll(": bank:\\S+ lists them", "");
        return plain.isEmpty() || plain.matches("(?s).*[.!?]") ? plain : plain + ".";
    }
}
