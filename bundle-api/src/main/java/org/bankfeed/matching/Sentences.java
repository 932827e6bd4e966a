package org.bankfeed.matching;

import java.util.List;
import java.util.Locale;
import org.bankfeed.words.internal.Phrase;
import org.bankfeed.words.internal.Phrases;

/** Reasons in words. */
final class Sentences {

    /** So many documents are named; of more, the sentence says how many. */
    private static final int MOST_NAMED = 3;

    private Sentences() {}

    static String of(Evidence evidence, Locale asked) {
        List<Object> words = evidence.arguments().stream().map(Sentences::word).toList();
        return Phrases.say(Evidence.class, new Phrase(evidence.code().name(), words), asked);
    }

    private static Object word(Argument argument) {
        if (argument instanceof Argument.Document document) {
            return word(document);
        }
        if (argument instanceof Argument.Documents documents) {
            List<Argument.Document> all = documents.documents();
            return all.size() > MOST_NAMED
                    ? Phrase.of("documents", all.size())
                    : all.stream().map(Sentences::word).toList();
        }
        if (argument instanceof Argument.Party party) {
            return party.name();
        }
        if (argument instanceof Argument.Amount amount) {
            return amount.money();
        }
        if (argument instanceof Argument.Day day) {
            return day.day();
        }
        if (argument instanceof Argument.Count count) {
            return count.count();
        }
        return ((Argument.Text) argument).text();
    }

    private static Phrase word(Argument.Document document) {
        return Phrase.of(document.creditNote() ? "credit.note" : "invoice", document.number());
    }
}
