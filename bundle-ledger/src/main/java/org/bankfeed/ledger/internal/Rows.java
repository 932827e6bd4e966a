package org.bankfeed.ledger.internal;

import java.util.Currency;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.store.Row;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Values that several tables keep in the same way. */
final class Rows {

    private Rows() {}

    static Money money(Row row, String column, String currency) {
        return new Money(row.decimal(column), Currency.getInstance(currency));
    }

    /** The key in two columns, or {@code null} if there is none. */
    static @Nullable BookingKey key(Row row, String transactionColumn, String attemptColumn) {
        String transaction = row.textOrNull(transactionColumn);
        return transaction == null ? null : new BookingKey(transaction, row.integer(attemptColumn));
    }

    /** The account number in columns {@code account_type} and {@code account_number}, or {@code null} if there is none. */
    static @Nullable AccountReference account(Row row) {
        String number = row.textOrNull("account_number");
        return number == null
                ? null
                : new AccountReference(AccountReference.Type.valueOf(row.text("account_type")), number);
    }
}
