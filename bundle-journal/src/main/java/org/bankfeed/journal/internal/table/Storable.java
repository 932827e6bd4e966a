package org.bankfeed.journal.internal.table;

import java.util.Optional;
import java.util.stream.Stream;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;

/** Sees to it that no line, however odd, keeps its page from being stored: what does not fit is kept raw. */
public final class Storable {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_DIGITS = 30;

    private Storable() {}

    public static FeedLine of(FeedLine line) {
        String raw = Texts.clean(line.raw());
        String id = line.id();
        if (id.isBlank() || id.length() > LONGEST_ID || !Texts.clean(id).equals(id)) {
            return new FeedLine.Unreadable("sha256-" + Digest.of(raw), raw, Sentence.of(FaultCode.ID_NOT_STORABLE));
        }
        if (line instanceof FeedLine.Readable readable) {
            return fault(readable.transaction())
                    .<FeedLine>map(why -> new FeedLine.Unreadable(id, raw, why))
                    .orElseGet(() -> new FeedLine.Readable(clean(readable.transaction()), raw));
        }
        return new FeedLine.Unreadable(id, raw, ((FeedLine.Unreadable) line).why());
    }

    private static Optional<Sentence> fault(FeedTransaction line) {
        var amount = line.amount().amount();
        if (amount.precision() - amount.scale() > MOST_DIGITS) {
            return Optional.of(Sentence.of(FaultCode.AMOUNT_TOO_LONG, new Count(MOST_DIGITS)));
        }
        if (Stream.of(line.executionDate(), line.valueDate()).anyMatch(d -> d.getYear() < 1 || d.getYear() > 9999)) {
            return Optional.of(Sentence.of(FaultCode.YEAR_NOT_STORABLE));
        }
        boolean tooLong = texts(line).anyMatch(text -> text != null && text.length() > LONGEST_TEXT);
        return tooLong ? Optional.of(Sentence.of(FaultCode.TEXT_TOO_LONG, new Count(LONGEST_TEXT))) : Optional.empty();
    }

    private static Stream<String> texts(FeedTransaction line) {
        Stream.Builder<String> texts = Stream.builder();
        Reading.withTexts(line, text -> {
            texts.add(text);
            return text;
        });
        return texts.build();
    }

    private static FeedTransaction clean(FeedTransaction line) {
        boolean odd = texts(line).anyMatch(text -> !Texts.clean(text).equals(text));
        return odd ? Reading.withTexts(line, Texts::clean) : line;
    }
}
