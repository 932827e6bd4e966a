package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.store.Migration;
import org.bankfeed.store.testing.TestStore;
import org.bankfeed.value.AccountReference;
import org.junit.jupiter.api.Test;

final class H2EnteredAccountTest extends EnteredAccountContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }

    @Test
    void aJournalOfBeforeKeepsItsAccountsAndTakesEnteredOnes() throws Exception {
        try (TestStore former = TestStore.inMemory()) {
            Migration first = Migration.of(StoreBankJournal.class, "V1__connections_accounts_lines_and_log.sql");
            former.store().stage("journal", List.of(first)).inTransaction(unit -> {
                CompanyTurn.enter(unit, anna.company());
                AccountTable.insert(
                        unit,
                        anna.company(),
                        "a1",
                        "c1",
                        Lines.account(CURRENT.value(), Lines.CURRENT),
                        Lines.CURRENT,
                        clock.instant());
                return true;
            });

            StoreBankJournal now = new StoreBankJournal(former.store(), former.vault(), clock);
            now.enter(
                    anna,
                    new NewAccount(
                            AccountReference.iban(Lines.SAVINGS),
                            Currency.getInstance("EUR"),
                            "Savings",
                            new AccountSettings(true, null, null)));

            assertThat(now.accounts(anna))
                    .extracting(account -> account.connection())
                    .containsExactly(new ConnectionId("c1"), null);
        }
    }
}
