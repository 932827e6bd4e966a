package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;
import static org.bankfeed.journal.internal.Lines.unreadable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FakeBankFeed;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.DayBalance;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;

/** What holds of balances that are reckoned back, on whatever database. The bank says 100.00 now. */
abstract class BalanceContract extends JournalHarness {

    @Test
    void eachDayWithAMovementEndsWithWhatTheLaterDaysHadNotBrought() throws Exception {
        readSeven(); // 1.00 on the first of February, 2.00 on the second … 7.00 on the seventh

        assertThat(balances("2026-02-03", "2026-02-06"))
                .containsExactly("2026-02-03 78.00", "2026-02-04 82.00", "2026-02-05 87.00", "2026-02-06 93.00");
        assertThat(balances("2026-02-05", "2026-02-05")).containsExactly("2026-02-05 87.00");
        assertThat(balances("2026-02-07", "2026-02-07")).containsExactly("2026-02-07 100.00");
    }

    @Test
    void theFirstAndTheLastDayAreToldEvenIfNothingMoved() throws Exception {
        readSeven();

        assertThat(balances("2026-01-30", "2026-02-01")).containsExactly("2026-01-30 72.00", "2026-02-01 73.00");
        assertThat(balances("2026-02-06", "2026-03-10"))
                .containsExactly("2026-02-06 93.00", "2026-02-07 100.00", "2026-03-10 100.00");
        assertThat(balances("2026-02-20", "2026-02-25")).containsExactly("2026-02-20 100.00", "2026-02-25 100.00");
        assertThat(balances("2026-01-01", "2026-01-02")).containsExactly("2026-01-01 72.00", "2026-01-02 72.00");
        assertThat(balances("2026-02-20", "2026-02-20")).containsExactly("2026-02-20 100.00");
        assertThat(balances("2020-01-01", "2020-01-01")).containsExactly("2020-01-01 72.00");
    }

    @Test
    void aLineOfTodayIsInTheBanksBalanceAndNotInYesterdays() throws Exception {
        readSeven();
        bring(line("today", "2026-03-10", "30", "today"), line("tomorrow", "2026-03-11", "5", "dated ahead"));
        synchronize();

        assertThat(balances("2026-03-09", "2026-03-10")).containsExactly("2026-03-09 65.00", "2026-03-10 95.00");
        assertThat(balances("2026-03-10", "2026-03-12"))
                .containsExactly("2026-03-10 95.00", "2026-03-11 100.00", "2026-03-12 100.00");
    }

    @Test
    void whatCannotBeReadMovesNothingUntilItIs() throws Exception {
        readSeven();
        bring(unreadable("odd", "raw"));
        synchronize();
        assertThat(balances("2026-02-07", "2026-03-10")).containsExactly("2026-02-07 100.00", "2026-03-10 100.00");

        fake.learnToRead("raw", line("odd", "2026-02-20", "-40", "now read"));
        synchronize();
        assertThat(balances("2026-02-07", "2026-03-10"))
                .containsExactly("2026-02-07 140.00", "2026-02-20 100.00", "2026-03-10 100.00");
    }

    @Test
    void reckonedBackEqualsReckonedForward() throws Exception {
        fake = new FakeBankFeed("fake", 100);
        feed = new KillableFeed(fake);
        journal = started(feed);
        Random random = new Random(7);
        TreeMap<LocalDate, BigDecimal> euros = new TreeMap<>();
        TreeMap<LocalDate, BigDecimal> dollars = new TreeMap<>();
        shareBoth(euros, dollars);
        bringMany(random, "first", euros, dollars);
        link(anna);
        synchronize();
        othersHaveTheSameNumber();
        bringMany(random, "late", euros, dollars); // on old days, after newer ones were read
        shareBoth(euros, dollars);
        synchronize();

        LocalDate from = LocalDate.parse("2025-10-15");
        for (int days : new int[] {0, 1, 30, 60, 200}) {
            agrees("EUR", euros, from, from.plusDays(days));
            agrees("USD", dollars, from, from.plusDays(days));
        }
    }

    /** Every account begins with 1000. */
    private void shareBoth(Map<LocalDate, BigDecimal> euros, Map<LocalDate, BigDecimal> dollars) {
        fake.share(Lines.with(
                new Money(sum(euros).add(BigDecimal.valueOf(1000)), Currency.getInstance("EUR")),
                Lines.account(CURRENT.value(), Lines.CURRENT)));
        fake.share(Lines.with(
                new Money(sum(dollars).add(BigDecimal.valueOf(1000)), Currency.getInstance("USD")),
                Lines.account(SAVINGS.value(), Lines.CURRENT)));
    }

    private void bringMany(
            Random random, String name, Map<LocalDate, BigDecimal> euros, Map<LocalDate, BigDecimal> dollars) {
        for (int i = 0; i < 400; i++) {
            LocalDate day = LocalDate.parse("2025-10-01").plusDays(random.nextInt(120));
            Money amount = new Money(
                    BigDecimal.valueOf(random.nextInt(200_000) - 100_000, 2),
                    Currency.getInstance(i % 4 == 0 ? "USD" : "EUR"));
            fake.bring(i % 4 == 0 ? SAVINGS : CURRENT, line(name + i, day, amount));
            (i % 4 == 0 ? dollars : euros).merge(day, amount.amount(), BigDecimal::add);
        }
    }

    private void othersHaveTheSameNumber() throws JournalException {
        FakeBankFeed theirs = new FakeBankFeed("fake", 100);
        theirs.share(Lines.account(CURRENT.value(), Lines.CURRENT));
        for (int i = 0; i < 20; i++) {
            theirs.bring(CURRENT, line("first" + i, "2025-11-" + (10 + i), "777", "not ours"));
        }
        StoreBankJournal ours = journal;
        journal = started(theirs);
        Caller bob = newCompany("bob");
        link(bob);
        journal.synchronize(bob);
        assertThat(journal.log(bob, 0, 100)).hasSize(20);
        journal = ours;
    }

    private void agrees(String currency, TreeMap<LocalDate, BigDecimal> moved, LocalDate from, LocalDate to)
            throws JournalException {
        Account account = journal.accounts(anna).stream()
                .filter(a -> a.currency().getCurrencyCode().equals(currency))
                .findFirst()
                .orElseThrow();
        List<DayBalance> forward = new ArrayList<>();
        from.datesUntil(to.plusDays(1))
                .filter(day -> day.equals(from) || day.equals(to) || moved.containsKey(day))
                .forEach(day -> forward.add(new DayBalance(
                        day,
                        new Money(sum(moved.headMap(day, true)).add(BigDecimal.valueOf(1000)), account.currency()))));
        assertThat(journal.balances(anna, account.id(), from, to)).isEqualTo(forward);
    }

    private static BigDecimal sum(Map<LocalDate, BigDecimal> moved) {
        return moved.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void withoutABalanceOfTheBankThereIsNone() throws Exception {
        Account entered = journal.enter(
                anna,
                new NewAccount(
                        AccountReference.iban(Lines.CURRENT),
                        Currency.getInstance("EUR"),
                        "",
                        new AccountSettings(true, null, null)));
        LocalDate day = LocalDate.parse("2026-03-10");
        assertThat(journal.balances(anna, entered.id(), day, day)).isEmpty();
    }

    @Test
    void wrongQuestionsAreRefused() throws Exception {
        readSeven();
        AccountId id = account(Lines.CURRENT).id();
        LocalDate day = LocalDate.parse("2026-03-10");
        assertThatThrownBy(() -> journal.balances(anna, id, day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.balances(newCompany("bob"), id, day, day))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
        Caller job = person("job", anna.company(), Role.JOB);
        assertThatThrownBy(() -> journal.balances(job, id, day, day)).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> balances(String from, String to) throws JournalException {
        return journal.balances(anna, account(Lines.CURRENT).id(), LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(balance -> balance.day() + " " + balance.amount().decimal())
                .toList();
    }
}
