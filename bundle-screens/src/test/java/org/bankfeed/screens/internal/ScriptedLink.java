package org.bankfeed.screens.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** An office whose journal says of its bank link what a test wants. */
final class ScriptedLink {

    static final AccountId CHECKING = new AccountId("a1");
    static final AccountId SAVINGS = new AccountId("a2");
    static final ConnectionId LINK = new ConnectionId("c1");
    static final Instant MORNING =
            Office.TODAY.atTime(8, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant();

    final FakeBankJournal journal = new FakeBankJournal(Office.COMPANY);

    /** Linked through Ponto, with two accounts. */
    ScriptedLink(Office office) {
        journal.feed("ponto");
        journal.put(connection(LINK, Connection.State.CONNECTED, "Bakkerij De Korenaar BV"));
        journal.put(account(CHECKING, "BE71096123456769", "Current account"));
        journal.put(account(SAVINGS, "BE68539007547034", "Savings account"));
        RoomsForTests.journal(office.rooms, journal);
    }

    static Connection connection(ConnectionId id, Connection.State state, String organization) {
        return new Connection(id, "ponto", state, new Organization("o-" + id, organization), MORNING, MORNING, null);
    }

    static Account account(AccountId id, String iban, String label) {
        Balance balance = new Balance(Money.of("10000.00", "EUR"), MORNING);
        return new Account(
                id,
                LINK,
                AccountReference.iban(iban),
                Currency.getInstance("EUR"),
                label,
                "Company",
                "Test bank",
                true,
                null,
                null,
                balance,
                balance,
                true,
                3,
                0,
                MORNING,
                MORNING,
                null,
                null);
    }

    /** One that affects these accounts; a link's that names none affects all. */
    static Notice notice(Notice.Kind kind, String sentence, @Nullable AccountId account, AccountId... affected) {
        return new Notice(
                kind,
                MORNING,
                FakeBankJournal.saying(sentence),
                LINK,
                account,
                Notice.Gravity.of(kind),
                account == null && affected.length == 0 ? List.of(CHECKING, SAVINGS) : List.of(affected));
    }
}
