package org.bankfeed.journal.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.FeedTransaction.RemittanceType;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.BankTransaction.State;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.store.Row;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** The columns in which a line's content lies, in booked and pending lines alike. */
public final class LineColumns {

    /** What was read; all null while the line cannot be read. */
    public static final String READ =
            "amount, currency, execution_date, value_date, counterparty_name, counterparty_account,"
                    + " remittance, remittance_type, description, bank_code, proprietary_code, end_to_end_id, mandate_id,"
                    + " creditor_id, purpose_code, additional_information";

    /** {@link #READ} as the marks of an insert. */
    public static final String READ_MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    /** {@link #READ} as the assignments of an update. */
    public static final String READ_SET = READ.replace(",", " = ?,") + " = ?";

    private static final int COUNT = 16;

    private LineColumns() {}

    /** The parameters for {@link #READ}. */
    public static List<@Nullable Object> values(@Nullable FeedTransaction line) {
        List<@Nullable Object> values = new ArrayList<>(COUNT);
        if (line == null) {
            for (int i = 0; i < COUNT; i++) {
                values.add(null);
            }
            return values;
        }
        values.add(line.amount().amount());
        values.add(line.amount().currency().getCurrencyCode());
        values.add(line.executionDate());
        values.add(line.valueDate());
        values.add(line.counterpartyName());
        values.add(line.counterpartyAccount());
        values.add(line.remittance());
        values.add(line.remittanceType());
        values.add(line.description());
        values.add(line.bankCode());
        values.add(line.proprietaryCode());
        values.add(line.endToEndId());
        values.add(line.mandateId());
        values.add(line.creditorId());
        values.add(line.purposeCode());
        values.add(line.additionalInformation());
        return values;
    }

    /** What was read, or {@code null} if the line cannot be read. */
    public static @Nullable FeedTransaction read(Row row) {
        var amount = row.decimalOrNull("amount");
        if (amount == null) {
            return null;
        }
        return new FeedTransaction(
                row.text("feed_id"),
                new Money(amount, java.util.Currency.getInstance(row.text("currency"))),
                row.date("execution_date"),
                row.date("value_date"),
                row.textOrNull("counterparty_name"),
                row.textOrNull("counterparty_account"),
                row.textOrNull("remittance"),
                RemittanceType.valueOf(row.text("remittance_type")),
                row.textOrNull("description"),
                row.textOrNull("bank_code"),
                row.textOrNull("proprietary_code"),
                row.textOrNull("end_to_end_id"),
                row.textOrNull("mandate_id"),
                row.textOrNull("creditor_id"),
                row.textOrNull("purpose_code"),
                row.textOrNull("additional_information"));
    }

    /** A line as others see it; needs {@link #READ} and account, feed_id, state, problem, arrived_at. */
    public static BankTransaction transaction(Row row) {
        return new BankTransaction(
                new TransactionId(new AccountId(row.text("account")), row.text("feed_id")),
                State.valueOf(row.text("state")),
                read(row),
                row.instant("arrived_at"),
                Texts.sentenceOrNull(row.textOrNull("problem")));
    }
}
