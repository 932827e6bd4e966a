package org.bankfeed.matching.internal.core.find;

import java.util.List;
import java.util.function.Supplier;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** Tells how an amount fits what is open of one document: to the cent, less what may be missing, in part, or too much. */
final class OneDocument {

    /** Who pays a smaller part than this one of what is open hardly means it to be one. */
    private static final int LEAST_PART = 10;

    /** A smaller rest is rather rounded off than one that two swapped digits make. */
    private static final int MISTYPED = 2_00;

    private OneDocument() {}

    /** How a line may pay one document, whoever pays; {@code null} if money of this direction does not. */
    static @Nullable Explanation explain(Item item, Line line, Tolerance tolerance, Mentions mentions) {
        long paid = line.size();
        int day = (int) line.day().toEpochDay();
        String currency = line.currency();
        if (item.settledByMoneyIn() != line.in() || item.open() <= 0) {
            return null;
        }
        if (paid == item.open()) {
            boolean held = item.held().areAll(item.open());
            ReasonCode reason = held ? ReasonCode.AMOUNT_WAS_HELD_BACK : ReasonCode.AMOUNT_IS_OPEN;
            return one(item, Fit.EXACT, paid, 0, reason, () -> List.of(Arguments.document(item)));
        }
        if (paid == item.discounted(day)) {
            return one(
                    item,
                    Fit.DISCOUNT,
                    paid,
                    item.discount(),
                    ReasonCode.AMOUNT_LESS_DISCOUNT,
                    () -> List.of(Arguments.document(item), Arguments.amount(item.discount(), currency)));
        }
        long gap = item.open() - paid;
        if (item.held().explain(gap)) {
            return lessHeldBack(item, paid, gap);
        }
        boolean kept = gap > 0 && mentions.sayKept(gap);
        boolean mayBeWrittenOff = gap > 0 && item.held().isEmpty() && !kept;
        if (gap > 0 && gap == item.discount()) {
            return one(
                    item,
                    Fit.DISCOUNT_LATE,
                    paid,
                    0,
                    ReasonCode.AMOUNT_LESS_LATE_DISCOUNT,
                    () -> List.of(Arguments.amount(item.discount(), currency)));
        }
        if (mayBeWrittenOff && tolerance.rounds(gap, item.open())) {
            return one(
                    item,
                    Fit.ROUNDING,
                    paid,
                    gap,
                    ReasonCode.AMOUNT_ROUNDED,
                    () -> List.of(Arguments.amount(gap, currency), Arguments.document(item)));
        }
        if (mayBeWrittenOff && Kinds.abroad(line) && tolerance.allowsFee(gap, item.open())) {
            return one(
                    item,
                    Fit.FEE,
                    paid,
                    gap,
                    ReasonCode.AMOUNT_LESS_BANK_FEE,
                    () -> List.of(Arguments.amount(gap, currency), Arguments.document(item)));
        }
        if (gap > 0) {
            Explanation part = part(item, line, mentions);
            if (kept || mentions.writeShare(paid, item.open())) {
                part.isTold();
            }
            if (kept) {
                part.speaksFor(
                        ReasonCode.DEDUCTION_SAID,
                        "remittanceInformation",
                        () -> List.of(Arguments.amount(gap, currency)));
            }
            ReasonCode withheld = item.held().isEmpty() ? Withholding.of(item.open(), gap, currency) : null;
            if (withheld != null) {
                part.speaksFor(withheld, "amount", () -> List.of(Arguments.amount(gap, currency)));
            }
            if (mayBeWrittenOff && tolerance.isSmall(gap, Kinds.abroad(line))) {
                part.doubt(
                        ReasonCode.AMOUNT_REST_IS_SMALL,
                        () -> List.of(Arguments.amount(gap, currency), Arguments.amount(item.open(), currency)));
            }
            if (paid * LEAST_PART < item.open() && Instalments.before(item, paid) == 0) {
                part.doubt(ReasonCode.AMOUNT_SMALL_PART);
            }
            if (!kept && isALittle(gap, paid, item)) {
                part.weighs(-0.5);
                part.doubtsUnlessTold(ReasonCode.AMOUNT_A_LITTLE_SHORT, () -> List.of(Arguments.amount(gap, currency)));
            }
            return part;
        }
        Explanation over = one(
                item,
                Fit.OVER,
                item.open(),
                0,
                ReasonCode.AMOUNT_OVER,
                () -> List.of(Arguments.amount(-gap, currency), Arguments.document(item)));
        if (-gap > Math.max(100_00, item.open() / 4) && !Digits.swapped(paid, item.open())) {
            over.weighs(Weights.FAR_OVER);
            over.doubt(ReasonCode.AMOUNT_FAR_OVER);
        }
        return over;
    }

    private static boolean isALittle(long gap, long paid, Item item) {
        return (gap + 1) * 20 < item.open() && !(gap >= MISTYPED && Digits.swapped(paid, item.open()));
    }

    private static Explanation part(Item item, Line line, Mentions mentions) {
        int before = Instalments.before(item, line.size());
        if (before == 0) {
            return one(
                    item,
                    Fit.PARTIAL,
                    line.size(),
                    0,
                    ReasonCode.AMOUNT_IS_PART,
                    () -> List.of(Arguments.amount(item.open(), line.currency()), Arguments.document(item)));
        }
        Explanation instalment = one(
                item,
                Fit.PARTIAL,
                line.size(),
                0,
                ReasonCode.AMOUNT_IS_INSTALMENT,
                () -> List.of(Arguments.document(item), Arguments.count(before)));
        boolean planned = before > 1 || Instalments.isNext(item, line, mentions) > 0;
        instalment.weighs(planned ? Weights.INSTALMENT_PLAN : Weights.INSTALMENT_AGAIN);
        return instalment;
    }

    /** All but what is held back: nothing is written off, the rest stays open. */
    private static Explanation lessHeldBack(Item item, long paid, long missing) {
        Explanation one = one(
                item,
                Fit.HELD_BACK,
                paid,
                0,
                ReasonCode.AMOUNT_LESS_HELD_BACK,
                () -> List.of(Arguments.document(item), Arguments.amount(missing, item.currency())));
        item.held().grounds(missing, item.currency()).forEach(ground -> one.says(() -> ground));
        return one;
    }

    private static Explanation one(
            Item item, Fit fit, long amount, long writeOff, ReasonCode reason, Supplier<List<Argument>> arguments) {
        Explanation one = new Explanation(List.of(item), List.of(new Share(item.id(), amount, writeOff, null)), fit);
        one.weighs(fit.weight);
        one.speaksFor(reason, "amount", arguments);
        return one;
    }
}
