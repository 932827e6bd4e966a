package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank line as a row of the list.
 *
 * @param id as {@code TransactionId} writes it
 * @param href where its evidence is, after the base
 * @param day the bank day, or the day on which it came if it cannot be read
 * @param who the counterparty, or what the bank calls the movement
 * @param text what the payer wrote, on one line, shortened; or {@code null}
 * @param account the label of its account, or {@code null} where there is only one
 * @param amount signed, or {@code null} if it cannot be read
 * @param mark how it stands
 * @param documents what it pays, or of a suggestion would pay
 * @param sure whether those documents are decided
 * @param instead what it is if it pays no invoice, or {@code null} if nobody said
 */
public record LineRow(
        String id,
        String href,
        LocalDate day,
        String who,
        @Nullable String text,
        @Nullable String account,
        @Nullable Money amount,
        LineMark mark,
        List<LineDocument> documents,
        boolean sure,
        @Nullable Message instead) {

    public LineRow {
        documents = List.copyOf(documents);
    }
}
