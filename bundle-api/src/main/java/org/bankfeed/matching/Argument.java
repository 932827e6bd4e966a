package org.bankfeed.matching;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.Money;

/** What a reason speaks of. Each language writes it in its own way; nothing in it is translated. */
public sealed interface Argument {

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
                throw new IllegalArgumentException("a reason cannot speak of no documents");
            }
        }
    }

    /** A customer or supplier, by the name that the books have. */
    record Party(String name) implements Argument {}

    record Amount(Money money) implements Argument {}

    record Day(LocalDate day) implements Argument {}

    /** How many. */
    record Count(int count) implements Argument {}

    /** Characters of the bank line, or a reference or masked account number, as they stand there. */
    record Text(String text) implements Argument {}
}
