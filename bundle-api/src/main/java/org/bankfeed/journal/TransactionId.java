package org.bankfeed.journal;

/**
 * The identity of a bank line: its account and the provider's id of it.
 *
 * @param account the account
 * @param feedId the provider's id, unique within the account
 */
public record TransactionId(AccountId account, String feedId) {

    /** Reads what {@link #toString} wrote; {@code IllegalArgumentException} if it is of another form. */
    public static TransactionId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("'" + text
                    + "' is no transaction id: it has the form account/transaction, as bank:transactions shows it");
        }
        return new TransactionId(new AccountId(text.substring(0, slash)), text.substring(slash + 1));
    }

    /** {@code account/feedId}. */
    @Override
    public String toString() {
        return account + "/" + feedId;
    }
}
