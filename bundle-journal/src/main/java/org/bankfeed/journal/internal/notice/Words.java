package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.List;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Quotation;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What several sentences are made of. */
final class Words {

    private Words() {}

    static Name name(String name) {
        return new Name(name);
    }

    /** As a person knows it. */
    static Name name(AccountRow row) {
        return name(row.called());
    }

    /** A moment of a link, which belongs to no bank. */
    static Moment moment(Instant at) {
        return new Moment(at, Provider.ZONE);
    }

    static Sentence reported(String said) {
        return Sentence.of(SentenceCode.REPORTED, new Quote(said));
    }

    /** What has a code says itself; what somebody else said is reported. */
    static Sentence reported(Sentence problem) {
        return problem.code() == Quotation.QUOTED ? reported(problem.toString()) : problem;
    }

    static Sentence noFeed(String feed) {
        return Sentence.of(SentenceCode.FEED_AWAY, name(feed));
    }

    /** With what was reported between the two, if something was. */
    static List<Sentence> around(Sentence first, @Nullable Sentence problem, Sentence last) {
        return problem == null ? List.of(first, last) : List.of(first, reported(problem), last);
    }
}
