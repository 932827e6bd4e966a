package org.bankfeed.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.bankfeed.value.Money;

/**
 * What a sentence speaks of. Each language writes it in its own way; nothing in it is translated but a {@link Sentence}, and
 * none is a secret.
 */
public sealed interface Argument
        permits Argument.Name,
                Argument.Text,
                Argument.Quote,
                Argument.Count,
                Argument.Amount,
                Argument.Day,
                Argument.Moment,
                Argument.Document,
                Argument.Documents,
                Sentence {

    /**
     * What something or somebody is called: a provider, an organization, a customer or supplier, an account (its number
     * masked), a feed, a file, a code.
     *
     * @param name as it stands in the sentence
     */
    record Name(String name) implements Argument {}

    /** Characters of a bank line, a file or a form, or a reference, as they stand there. */
    record Text(String text) implements Argument {}

    /**
     * What a provider, a feed or a host said, in its own words and in English. Other languages mark or quote it.
     *
     * @param words whole sentences
     */
    record Quote(String words) implements Argument {

        /** Ends with a full stop, another sign that ends a sentence, or a bracket. */
        public Quote {
            words = words.isEmpty() || words.matches("(?s).*[.!?)]") ? words : words + ".";
        }
    }

    /** How many. */
    record Count(long count) implements Argument {}

    record Amount(Money money) implements Argument {}

    record Day(LocalDate day) implements Argument {}

    /**
     * A moment.
     *
     * @param at when
     * @param zone whose clock tells it
     */
    record Moment(Instant at, ZoneId zone) implements Argument {

        /** As it stands on the wall there. */
        public ZonedDateTime onTheWall() {
            return at.atZone(zone);
        }
    }

    /**
     * A document of the books.
     *
     * @param number as it is printed on the document
     * @param creditNote whether it is a credit note, else an invoice
     */
    record Document(String number, boolean creditNote) implements Argument {}

    /** Several documents that belong together, at least one. A sentence names a few, and counts more. */
    record Documents(List<Document> documents) implements Argument {
        public Documents {
            documents = List.copyOf(documents);
            if (documents.isEmpty()) {
                throw new IllegalArgumentException("nothing can be said of no documents");
            }
        }
    }
}
