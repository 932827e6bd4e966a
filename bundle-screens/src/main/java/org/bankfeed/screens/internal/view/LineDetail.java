package org.bankfeed.screens.internal.view;

import java.util.List;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a line: what the bank said, what was made of it and why, and what can be done now.
 *
 * @param row the line
 * @param facts what the bank said, only what is there
 * @param decided what was decided, by whom and when, in one sentence, or {@code null}
 * @param problem what keeps it from being right, in one sentence, or {@code null}
 * @param confidence how sure the engine was of what it decided itself, or {@code null}
 * @param reasons for and against what was decided
 * @param shares what it settles
 * @param rest what of a booked line stays unapplied, or {@code null} for nothing
 * @param moneyBack the line whose money this one gives back without a booking, and the lines that gave this one's back
 * @param about the settled document that a line speaks of which settles nothing, or {@code null}
 * @param proposals of an open line
 * @param version of the decision, or 0 if the line was not taken up
 * @param mayDecide whether whoever looks may do what follows
 * @param open whether nothing is decided
 * @param mayLink whether the books seem to have its payment, so that it can be linked to that
 * @param mayPick whether it can be booked on other documents
 * @param maySetAside whether it can be said to pay no invoice
 * @param mayUndo whether there is something to take back
 */
public record LineDetail(
        LineRow row,
        List<Fact> facts,
        @Nullable Message decided,
        @Nullable Message problem,
        @Nullable LineConfidence confidence,
        List<Reason> reasons,
        List<LineShare> shares,
        @Nullable Money rest,
        List<LineLink> moneyBack,
        @Nullable LineDocument about,
        List<Proposed> proposals,
        long version,
        boolean mayDecide,
        boolean open,
        boolean mayLink,
        boolean mayPick,
        boolean maySetAside,
        boolean mayUndo) {

    /** Something that the bank said. */
    public record Fact(Message label, List<LineText.Part> parts) {}

    /** A reason, for it or against it. */
    public record Reason(boolean speaksFor, String sentence) {}

    /**
     * An explanation to choose.
     *
     * @param index its place in the decision
     * @param rest what of the line would stay unapplied, or {@code null} for nothing
     */
    public record Proposed(
            int index,
            LineConfidence confidence,
            List<LineShare> shares,
            List<Reason> reasons,
            @Nullable Money rest) {

        public Proposed {
            shares = List.copyOf(shares);
            reasons = List.copyOf(reasons);
        }
    }

    public LineDetail {
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
        shares = List.copyOf(shares);
        moneyBack = List.copyOf(moneyBack);
        proposals = List.copyOf(proposals);
    }
}
