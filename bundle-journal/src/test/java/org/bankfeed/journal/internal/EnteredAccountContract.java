package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.AccountReference.Type;
import org.junit.jupiter.api.Test;

/** What holds of accounts that a person entered, and of lines that are asked for by id; on whatever database. */
abstract class EnteredAccountContract extends JournalHarness {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate COUNT_FROM = LocalDate.parse("2026-02-04");
    private static final AccountSettings SETTINGS = new AccountSettings(true, COUNT_FROM, "GIRO-1");

    @Test
    void anEnteredAccountStandsAsItWasSaid() throws Exception {
        Account entered = enter(Lines.CURRENT, "Shop till", SETTINGS);

        assertThat(journal.accounts(anna)).containsExactly(entered);
        assertThat(entered.connection()).isNull();
        assertThat(entered.reference()).isEqualTo(AccountReference.iban(Lines.CURRENT));
        assertThat(entered.label()).isEqualTo("Shop till");
        assertThat(entered.countFrom()).isEqualTo(COUNT_FROM);
        assertThat(entered.hostAccount()).isEqualTo("GIRO-1");
        assertThat(entered.loaded()).isFalse();
        assertThat(entered.problem()).isNull();
        assertThat(enter(Lines.SAVINGS, " ", SETTINGS).label()).isEqualTo(Lines.SAVINGS);
        store.checkAuditLog(anna.company());
    }

    @Test
    void whatWasSaidHoldsWhenALinkSharesIt() throws Exception {
        Account entered = enter(Lines.CURRENT, "Shop till", SETTINGS);
        readSeven();

        Account linked = account(Lines.CURRENT);
        assertThat(journal.accounts(anna)).hasSize(1);
        assertThat(linked.id()).isEqualTo(entered.id());
        assertThat(linked.connection())
                .isEqualTo(journal.connections(anna).get(0).id());
        assertThat(linked.label()).isEqualTo("Shop till");
        assertThat(linked.institution()).isEqualTo("Test Bank");
        assertThat(linked.hostAccount()).isEqualTo("GIRO-1");
        assertThat(linked.transactions()).isEqualTo(7);
        assertThat(told()).containsExactly("NEW t4", "NEW t5", "NEW t6", "NEW t7");
    }

    @Test
    void aPersonsLabelOutlivesReadingsDisconnectingAndLinkingAgain() throws Exception {
        Account entered = enter(Lines.CURRENT, "Shop till", SETTINGS);
        readSeven();
        Connection connection = journal.connections(anna).get(0);
        journal.disconnect(anna, connection.id());
        fake.unshare(CURRENT);
        fake.share(Lines.account("feed-current-2", Lines.CURRENT));
        link(anna);
        synchronize();

        Account again = account(Lines.CURRENT);
        assertThat(journal.accounts(anna)).hasSize(1);
        assertThat(again.id()).isEqualTo(entered.id());
        assertThat(again.label()).isEqualTo("Shop till");
        assertThat(again.countFrom()).isEqualTo(COUNT_FROM);
        fake.unshare(new FeedAccountId("feed-current-2"));
        shareSavings();
        synchronize();
        assertThat(journal.notices(anna))
                .singleElement()
                .satisfies(notice -> assertThat(notice.sentence(Locale.ENGLISH)).contains("Shop till (BE…6769)"));
    }

    @Test
    void withoutALabelTheBanksDescriptionComesWithTheLink() throws Exception {
        enter(Lines.CURRENT, "", SETTINGS);
        readSeven();
        assertThat(account(Lines.CURRENT).label()).isEqualTo("Current");
    }

    @Test
    void anAccountIsCalledOtherwiseAndBackAgain() throws Exception {
        shareCurrent();
        link(anna);
        AccountId id = account(Lines.CURRENT).id();
        String banks = account(Lines.CURRENT).label();

        assertThat(journal.rename(anna, id, " Shop till ").label()).isEqualTo("Shop till");
        synchronize();
        assertThat(account(Lines.CURRENT).label()).isEqualTo("Shop till");
        assertThat(journal.rename(anna, id, " ").label()).isEqualTo(banks);

        fails(Reason.NOT_FOUND, () -> journal.rename(anna, new AccountId("none"), "x"));
        assertThatThrownBy(() -> journal.rename(anna, id, "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.rename(person("bert", anna.company(), Role.BOOKKEEPER), id, "x"))
                .isInstanceOf(AccessDeniedException.class);
        store.checkAuditLog(anna.company());
    }

    @Test
    void whoSeesWholeNumbersIsNoted() {
        journal.showInFull(anna, "by a test");
        store.checkAuditLog(anna.company());
        assertThatThrownBy(() -> journal.showInFull(person("vic", anna.company(), Role.VIEWER), "by a test"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anAccountEnteredAsSwitchedOffIsNotRead() throws Exception {
        Account entered = enter(Lines.CURRENT, "", new AccountSettings(false, null, null));
        readSeven();
        assertThat(listed()).isEmpty();

        journal.configure(anna, entered.id(), new AccountSettings(true, null, null));
        synchronize();
        assertThat(told()).hasSize(7);
    }

    @Test
    void theBankKnowsBetterWhatKindOfNumberItIs() throws Exception {
        Account entered = journal.enter(
                anna, new NewAccount(new AccountReference(Type.OTHER, "12345678"), EUR, "Foreign", SETTINGS));
        fails(
                Reason.NOT_POSSIBLE,
                () -> journal.enter(
                        anna, new NewAccount(new AccountReference(Type.BBAN, "12345678"), EUR, "Twice", SETTINGS)));
        FeedAccount like = Lines.account(CURRENT.value(), Lines.CURRENT);
        fake.share(ToldAccount.like(like)
                .reference(new AccountReference(Type.BBAN, "12345678"))
                .told());
        link(anna);

        assertThat(journal.accounts(anna)).singleElement().satisfies(account -> {
            assertThat(account.id()).isEqualTo(entered.id());
            assertThat(account.reference().type()).isEqualTo(Type.BBAN);
            assertThat(account.label()).isEqualTo("Foreign");
        });
    }

    @Test
    void anAccountThatNoLinkSharesDisturbsNothing() throws Exception {
        Account entered = enter(Lines.SAVINGS, "Later", SETTINGS);
        assertThat(synchronize().accounts()).isEmpty();
        assertThat(synchronize().problems()).isEmpty();
        assertThat(journal.companies()).doesNotContain(anna.company());

        readSeven();
        journal.configure(anna, entered.id(), new AccountSettings(true, null, "GIRO-2"));
        bring(line("t8", "2026-02-08", "8", "later"));
        assertThat(synchronize().accounts()).singleElement().satisfies(part -> assertThat(part.account())
                .isEqualTo(account(Lines.CURRENT).id()));
        assertThat(told()).hasSize(8);
        assertThat(journal.notices(anna)).isEmpty();
        assertThat(account(Lines.SAVINGS).problem()).isNull();
        assertThat(account(Lines.SAVINGS).hostAccount()).isEqualTo("GIRO-2");
        fails(Reason.NOT_POSSIBLE, () -> journal.renew(anna, entered.id(), BACK));

        fake.unshare(CURRENT);
        synchronize();
        journal.disconnect(anna, journal.connections(anna).get(0).id());
        assertThat(journal.notices(anna)).isEmpty();
        assertThat(journal.accounts(anna)).hasSize(2);
        store.checkAuditLog(anna.company());
    }

    @Test
    void aKnownAccountIsNotEnteredAgain() throws Exception {
        enter(Lines.SAVINGS, "One", SETTINGS);
        assertThatThrownBy(() -> enter(Lines.SAVINGS, "Two", SETTINGS))
                .hasMessageContaining("BE…7034 in EUR is known already")
                .hasMessageContaining("change its settings")
                .hasMessageNotContaining(Lines.SAVINGS);
        readSeven();
        fails(Reason.NOT_POSSIBLE, () -> enter(Lines.CURRENT, "Two", SETTINGS));

        NewAccount dollars =
                new NewAccount(AccountReference.iban(Lines.SAVINGS), Currency.getInstance("USD"), "Dollars", SETTINGS);
        assertThat(journal.enter(anna, dollars).currency()).isEqualTo(dollars.currency());
        Caller bob = newCompany("bob");
        journal.enter(bob, new NewAccount(AccountReference.iban(Lines.SAVINGS), EUR, "Bob's", SETTINGS));
        assertThat(account(Lines.SAVINGS).label()).isEqualTo("Dollars");
        assertThat(journal.accounts(anna)).hasSize(3);
        assertThat(journal.accounts(bob)).hasSize(1);
    }

    @Test
    void ofTwoWhoEnterItAtOnceOneIsTold() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Caller caller = newCompany("carl");
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Boolean>> outcomes = new ArrayList<>();
                for (int person = 0; person < 2; person++) {
                    outcomes.add(both.submit(() -> {
                        start.await();
                        return entersAlone(caller);
                    }));
                }
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .containsExactlyInAnyOrder(true, false);
                assertThat(journal.accounts(caller)).hasSize(1);
                store.checkAuditLog(caller.company());
            }
        } finally {
            both.shutdownNow();
        }
    }

    private boolean entersAlone(Caller caller) {
        try {
            journal.enter(caller, new NewAccount(AccountReference.iban(Lines.CURRENT), EUR, "", SETTINGS));
            return true;
        } catch (JournalException e) {
            assertThat(e.reason()).isEqualTo(Reason.NOT_POSSIBLE);
            return false;
        }
    }

    @Test
    void onlyWhatNoLinkEverSharedIsRemoved() throws Exception {
        Account mistaken = enter(Lines.SAVINGS, "Mistaken", SETTINGS);
        Caller bob = newCompany("bob");
        fails(Reason.NOT_FOUND, () -> journal.remove(bob, mistaken.id()));
        journal.remove(anna, mistaken.id());
        assertThat(journal.accounts(anna)).isEmpty();
        fails(Reason.NOT_FOUND, () -> journal.remove(anna, mistaken.id()));
        enter(Lines.SAVINGS, "Again", SETTINGS);

        enter(Lines.CURRENT, "Shop till", SETTINGS);
        readSeven();
        AccountId shared = account(Lines.CURRENT).id();
        journal.disconnect(anna, journal.connections(anna).get(0).id());
        assertThatThrownBy(() -> journal.remove(anna, shared))
                .hasMessageContaining("BE…6769")
                .hasMessageContaining("switch it off")
                .hasMessageNotContaining(Lines.CURRENT);
        fails(Reason.NOT_POSSIBLE, () -> journal.remove(anna, shared));
        assertThat(listed()).hasSize(7);
        store.checkAuditLog(anna.company());
    }

    @Test
    void onlyAnAdministratorEntersAndRemoves() throws Exception {
        Account entered = enter(Lines.SAVINGS, "", SETTINGS);
        Caller bookkeeper = person("bea", anna.company(), Role.VIEWER, Role.BOOKKEEPER);
        NewAccount another = new NewAccount(AccountReference.iban(Lines.CURRENT), EUR, "", SETTINGS);

        assertThatThrownBy(() -> journal.enter(bookkeeper, another)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.remove(bookkeeper, entered.id())).isInstanceOf(AccessDeniedException.class);
        assertThat(journal.accounts(anna)).hasSize(1);
    }

    @Test
    void aNumberThatCannotBeKeptIsRefusedBeforeTheDatabaseDoes() {
        for (String odd : List.of("9".repeat(201), "12\0" + "34")) {
            NewAccount account = new NewAccount(new AccountReference(Type.OTHER, odd), EUR, "", SETTINGS);
            assertThatThrownBy(() -> journal.enter(anna, account)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void severalLinesComeAtOnceButOnlyTheCompanysOwn() throws Exception {
        shareSavings();
        readSeven();
        fake.bring(SAVINGS, line("t1", "2026-02-01", "55", "another account's line of the same id"));
        synchronize();
        AccountId current = account(Lines.CURRENT).id();
        AccountId savings = account(Lines.SAVINGS).id();
        List<TransactionId> ids = List.of(
                new TransactionId(current, "t3"),
                new TransactionId(savings, "t1"),
                new TransactionId(current, "t3"),
                new TransactionId(savings, "t3"),
                new TransactionId(current, "unknown"));

        assertThat(journal.transactions(anna, ids))
                .extracting(BankTransaction::id)
                .containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        assertThat(journal.transactions(anna, ids)).allSatisfy(line -> assertThat(journal.transaction(anna, line.id()))
                .contains(line));
        assertThat(journal.transactions(newCompany("bob"), ids)).isEmpty();
        assertThat(journal.transactions(anna, List.of())).isEmpty();
        Caller job = person("job", anna.company(), Role.JOB);
        assertThatThrownBy(() -> journal.transactions(job, ids)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void fiveHundredLinesAtOnceAreTheMost() throws Exception {
        readSeven();
        AccountId current = account(Lines.CURRENT).id();
        List<TransactionId> ids = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> new TransactionId(current, "t" + i))
                .toList();
        assertThat(journal.transactions(anna, ids)).hasSize(7);
        List<TransactionId> more = new ArrayList<>(ids);
        more.add(new TransactionId(current, "t501"));
        assertThatThrownBy(() -> journal.transactions(anna, more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("501");
    }

    private Account enter(String iban, String label, AccountSettings settings) throws JournalException {
        return journal.enter(anna, new NewAccount(AccountReference.iban(iban), EUR, label, settings));
    }

    private static void fails(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
