package org.bankfeed.shell.internal;

import java.util.Currency;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.value.AccountReference;

/** Accounts of which only the name matters. */
public final class AccountsForTests {

    private AccountsForTests() {}

    /** One that nothing was read of yet. */
    public static Account called(AccountId id, ConnectionId connection, String label) {
        return new Account(
                id,
                connection,
                AccountReference.iban("BE68539007547034"),
                Currency.getInstance("EUR"),
                label,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                true,
                0,
                0,
                null,
                null,
                null,
                null);
    }
}
