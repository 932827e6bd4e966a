package org.bankfeed.matching.internal.neighbour;

import java.util.Objects;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.jspecify.annotations.Nullable;

/** Reads the journal's lines as the core takes them. */
public final class Lines {

    private Lines() {}

    public static Line of(BankTransaction transaction, String ownAccount) {
        FeedTransaction line = Objects.requireNonNull(transaction.line(), "a readable line");
        return new Line(
                transaction.id().toString(),
                ownAccount,
                line.executionDate(),
                Minor.of(line.amount()),
                line.amount().currency().getCurrencyCode(),
                cut(line.counterpartyName(), 4000),
                cut(line.counterpartyAccount(), 1000),
                cut(line.remittance(), 8000),
                line.remittanceType() == FeedTransaction.RemittanceType.STRUCTURED,
                cut(line.bankCode(), 200),
                cut(line.endToEndId(), 1000),
                cut(line.mandateId(), 1000),
                cut(line.creditorId(), 1000),
                cut(Line.withReason(line.additionalInformation(), line.description(), line.proprietaryCode()), 8000));
    }

    /** A pending line, or null if it cannot be read. */
    public static @Nullable Line pending(BankTransaction transaction) {
        return transaction.line() == null
                ? null
                : of(transaction, transaction.id().account().value());
    }

    private static String cut(@Nullable String text, int most) {
        String whole = Line.orEmpty(text);
        return whole.length() <= most ? whole : whole.substring(0, most);
    }
}
