package org.bankfeed.matching.internal.core.find;

import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * What a line says that goes back to who paid too much, or twice: it settles no document, so that nothing of it is booked,
 * but what it is can be told. Asked of lines for which nothing is found.
 */
public final class GivenBack {

    private final Book book;
    private final Line line;
    private final Mentions mentions;

    public GivenBack(Book book, Line line, Mentions mentions) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
    }

    /**
     * What it gives back.
     *
     * @param reasons empty if there is nothing to say
     * @param line the earlier line whose money goes back, or {@code null} if none is known
     */
    public record Said(List<Evidence> reasons, @Nullable String line) {

        /** It gives back nothing that we know of. */
        public static final Said NOTHING = new Said(List.of(), null);
    }

    public Said said() {
        for (Mentions.Hit hit : mentions.hits()) {
            if (hit.strong() && isPaidTheOtherWay(hit.item())) {
                Past paid = paidTooMuch(hit.item());
                return paid == null ? unusedOr(namesSettled(hit)) : tooMuch(hit, paid);
            }
        }
        return unusedOr(Said.NOTHING);
    }

    /** Who paid it, may be for another, may have paid it once more. */
    private Said namesSettled(Mentions.Hit hit) {
        for (Past paid : hit.item().lines()) {
            Past twice = unused(paid.sender().lines());
            if (twice != null) {
                return givesBack(twice);
            }
        }
        Evidence names = Evidence.of(
                Evidence.Speaks.FOR,
                ReasonCode.TEXT_NAMES_SETTLED,
                Arguments.document(hit.item()),
                Arguments.text(hit.quote()));
        return new Said(List.of(names), null);
    }

    private Said tooMuch(Mentions.Hit hit, Past paid) {
        Evidence tooMuch = Evidence.of(
                Evidence.Speaks.FOR,
                ReasonCode.GIVES_BACK_TOO_MUCH,
                Arguments.amount(line.size(), line.currency()),
                Arguments.document(hit.item()),
                Arguments.day(paid.day()));
        return new Said(List.of(tooMuch, hit.evidence()), paid.id());
    }

    private boolean isPaidTheOtherWay(Item item) {
        return !item.isOpen()
                && item.settledByMoneyIn() != line.in()
                && item.currency().equals(line.currency());
    }

    /** The line that settled a document, and held exactly so much more than all that it settled. */
    private @Nullable Past paidTooMuch(Item item) {
        for (Past past : item.lines()) {
            if (isEarlier(past) && Math.abs(past.amount()) - settledBy(past) == line.size()) {
                return past;
            }
        }
        return null;
    }

    private long settledBy(Past past) {
        long settled = 0;
        for (Share share : past.shares()) {
            Item item = book.documents().get(share.document());
            boolean along = item == null || item.settledByMoneyIn() == past.amount() > 0;
            settled += along ? share.amount() : -share.amount();
        }
        return settled;
    }

    private Said unusedOr(Said otherwise) {
        Past unused = unused(book.senders().of(line).lines());
        return unused == null ? otherwise : givesBack(unused);
    }

    private Said givesBack(Past past) {
        Evidence payment = Evidence.of(
                Evidence.Speaks.FOR,
                ReasonCode.GIVES_BACK_PAYMENT,
                Arguments.amount(line.size(), line.currency()),
                Arguments.day(past.day()));
        return new Said(List.of(payment), past.id());
    }

    /** The latest line of a sender that is of the same amount and settles nothing. */
    private @Nullable Past unused(List<Past> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Past past = lines.get(i);
            if (past.amount() == -line.amount()
                    && isEarlier(past)
                    && past.shares().isEmpty()
                    && !past.heldByHost()) {
                return past;
            }
        }
        return null;
    }

    private boolean isEarlier(Past past) {
        return past.amount() > 0 != line.in()
                && past.currency().equals(line.currency())
                && past.day() <= (int) line.day().toEpochDay()
                && !past.id().equals(line.id());
    }
}
