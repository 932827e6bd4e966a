package org.bankfeed.journal.internal.table;

import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** What can be said of a read line: copies with one thing changed, and what makes two lines equal. */
public final class Reading {

    private Reading() {}

    public static FeedTransaction withId(FeedTransaction line, String id) {
        return copy(line, id, line.amount(), UnaryOperator.identity());
    }

    public static FeedTransaction withAmount(FeedTransaction line, Money amount) {
        return copy(line, line.id(), amount, UnaryOperator.identity());
    }

    public static FeedTransaction withTexts(FeedTransaction line, UnaryOperator<String> change) {
        return copy(line, line.id(), line.amount(), change);
    }

    /**
     * A digest of that by which a movement is known again under another link: day, amount, other account, remittance
     * text, end-to-end id. Blanks do not count.
     */
    public static String movement(FeedTransaction line) {
        StringJoiner content = new StringJoiner("\n");
        content.add(line.executionDate().toString()).add(line.amount().toString());
        content.add(compact(line.counterpartyAccount(), ""));
        content.add(compact(line.remittance(), " "));
        content.add(compact(line.endToEndId(), " "));
        return Digest.of(content.toString());
    }

    /** A digest of everything that was read, but not of its id; stored with each line, so its form must stay. */
    public static String content(FeedTransaction line) {
        return Digest.of(("FeedTransaction[id=, amount=%s, executionDate=%s, valueDate=%s, counterpartyName=%s,"
                        + " counterpartyAccount=%s, remittance=%s, remittanceType=%s, description=%s, bankCode=%s,"
                        + " proprietaryCode=%s, endToEndId=%s, mandateId=%s, creditorId=%s, purposeCode=%s,"
                        + " additionalInformation=%s]")
                .formatted(
                        line.amount(),
                        line.executionDate(),
                        line.valueDate(),
                        line.counterpartyName(),
                        line.counterpartyAccount(),
                        line.remittance(),
                        line.remittanceType(),
                        line.description(),
                        line.bankCode(),
                        line.proprietaryCode(),
                        line.endToEndId(),
                        line.mandateId(),
                        line.creditorId(),
                        line.purposeCode(),
                        line.additionalInformation()));
    }

    /** What a search looks into, in lower case; amounts with a point and with a comma. */
    public static String searchText(FeedTransaction line) {
        String amount = line.amount().decimal();
        StringJoiner text = new StringJoiner("\n");
        text.add(amount).add(amount.replace('.', ','));
        for (@Nullable
        String part : new @Nullable String[] {
            line.counterpartyName(),
            line.counterpartyAccount(),
            line.remittance(),
            line.description(),
            given(line.endToEndId()),
            line.mandateId()
        }) {
            if (part != null) {
                text.add(part);
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** An end-to-end id, unless it is what banks write where there is none. */
    private static @Nullable String given(@Nullable String endToEndId) {
        return "NOTPROVIDED".equals(compact(endToEndId, "")) ? null : endToEndId;
    }

    private static String compact(@Nullable String text, String blank) {
        return Objects.requireNonNullElse(text, "")
                .strip()
                .replaceAll("\\s+", blank)
                .toUpperCase(Locale.ROOT);
    }

    private static FeedTransaction copy(FeedTransaction line, String id, Money amount, UnaryOperator<String> change) {
        return new FeedTransaction(
                id,
                amount,
                line.executionDate(),
                line.valueDate(),
                changed(line.counterpartyName(), change),
                changed(line.counterpartyAccount(), change),
                changed(line.remittance(), change),
                line.remittanceType(),
                changed(line.description(), change),
                changed(line.bankCode(), change),
                changed(line.proprietaryCode(), change),
                changed(line.endToEndId(), change),
                changed(line.mandateId(), change),
                changed(line.creditorId(), change),
                changed(line.purposeCode(), change),
                changed(line.additionalInformation(), change));
    }

    private static @Nullable String changed(@Nullable String text, UnaryOperator<String> change) {
        return text == null ? null : change.apply(text);
    }
}
