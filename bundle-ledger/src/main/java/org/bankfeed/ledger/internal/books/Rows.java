package org.bankfeed.ledger.internal.books;

import java.math.BigDecimal;
import java.util.Currency;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.store.Row;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Values that several tables keep in the same way. */
public final class Rows {

    /** One more digit than the tables keep before the point. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    private Rows() {}

    public static Money money(Row row, String column, String currency) {
        return new Money(row.decimal(column), Currency.getInstance(currency));
    }

    /** The key in two columns, or {@code null} if there is none. */
    public static @Nullable BookingKey key(Row row, String transactionColumn, String attemptColumn) {
        String transaction = row.textOrNull(transactionColumn);
        return transaction == null ? null : new BookingKey(transaction, row.integer(attemptColumn));
    }

    /** The account number in columns {@code account_type} and {@code account_number}, or {@code null} if there is none. */
    public static @Nullable AccountReference account(Row row) {
        String number = row.textOrNull("account_number");
        return number == null
                ? null
                : new AccountReference(AccountReference.Type.valueOf(row.text("account_type")), number);
    }

    /** Whether it has more digits than the tables keep. */
    public static boolean isTooLarge(Money amount) {
        return amount.amount().abs().compareTo(TOO_LARGE) >= 0;
    }

    /** Cut to a column's length, never through a character of two units. */
    public static @Nullable String cut(@Nullable String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
