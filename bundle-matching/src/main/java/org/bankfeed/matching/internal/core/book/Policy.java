package org.bankfeed.matching.internal.core.book;

import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Verdict;
import org.jspecify.annotations.Nullable;

/** What the company has ruled: it stands above what the book would decide. A pure function, as the book is. */
public interface Policy {

    /** No rules: what the book decides by itself. */
    Policy NONE = new Policy() {
        @Override
        public @Nullable Verdict settles(Line line) {
            return null;
        }

        @Override
        public Tolerance tolerance(String currency) {
            return Tolerance.usual(currency);
        }

        @Override
        public Verdict allowed(Line line, Verdict verdict, Book book) {
            return verdict;
        }
    };

    /** The verdict on a line that needs no look at the book, or {@code null}. */
    @Nullable
    Verdict settles(Line line);

    /** What is written off in a currency. */
    Tolerance tolerance(String currency);

    /** What stays of a verdict of the book. */
    Verdict allowed(Line line, Verdict verdict, Book book);
}
