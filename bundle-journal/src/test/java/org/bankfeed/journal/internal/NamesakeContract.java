package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.Notice;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.AccountReference.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts whose number is not theirs alone are joined with the right one or with none, on whatever database. */
abstract class NamesakeContract extends JournalHarness {

    private static final String CARD = "XXXX_%XXXX1234";

    @Test
    void twoCardsThatEndAlikeAreTwoAccounts() throws Exception {
        fake.share(card("c1", "Test Bank", "inside-1", Availability.AVAILABLE));
        fake.share(card("c2", "Test Bank", "inside-2", Availability.AVAILABLE));
        link(anna);
        fake.bring(new FeedAccountId("c1"), line("t1", "2026-03-01", "5", "lunch"));
        fake.bring(new FeedAccountId("c2"), line("t2", "2026-03-01", "5", "lunch"));
        synchronize();

        assertThat(accounts())
                .extracting(account -> account.reference().value(), Account::transactions)
                .containsExactly(tuple(CARD, 1L), tuple(CARD + " (2)", 1L));
        assertThat(told()).hasSize(2);
        synchronize();
        assertThat(accounts()).hasSize(2);
    }

    @Test
    void eachIsKnownAgainByTheBanksOwnId() throws Exception {
        twoCardsThatEndAlikeAreTwoAccounts();
        List<Account> before = accounts();
        fake.unshare(new FeedAccountId("c1"));
        fake.unshare(new FeedAccountId("c2"));
        fake.share(card("d2", "Test Bank", "inside-2", Availability.AVAILABLE));
        fake.share(card("d1", "Test Bank", "inside-1", Availability.AVAILABLE));
        fake.bring(new FeedAccountId("d1"), line("u1", "2026-03-01", "5", "lunch"));
        fake.bring(new FeedAccountId("d2"), line("u2", "2026-03-01", "5", "lunch"));
        fake.bring(new FeedAccountId("d2"), line("u3", "2026-03-02", "6", "dinner"));
        synchronize();

        assertThat(accounts())
                .extracting(Account::id)
                .isEqualTo(before.stream().map(Account::id).toList());
        assertThat(accounts()).extracting(Account::transactions).containsExactly(1L, 2L);
        assertThat(told()).as("nothing is doubled").hasSize(3);
    }

    @Test
    void aReplacementOfAnotherBankIsNotTakenForThisOne() throws Exception {
        fake.share(card("c1", "Test Bank", null, Availability.AVAILABLE));
        link(anna);
        fake.share(card("c1", "Test Bank", null, Availability.DEPRECATED));
        fake.share(card("x1", "Another Bank", null, Availability.AVAILABLE));
        synchronize();
        assertThat(accounts()).hasSize(2);
        assertThat(journal.notices(anna)).extracting(Notice::kind).containsExactly(Notice.Kind.ACCOUNT_DEPRECATED);

        fake.share(card("c2", "Test Bank", null, Availability.AVAILABLE));
        synchronize();
        assertThat(accounts()).as("and its own is joined").hasSize(2);
        assertThat(journal.notices(anna)).isEmpty();
    }

    @Test
    void anIbanOfTwoKindsOfAccountsIsTwoAccountsAndOfOneKindOne() throws Exception {
        shareCurrent();
        fake.share(other("card", Lines.account("card", Lines.CURRENT), "card"));
        fake.share(other("again", Lines.account("again", Lines.CURRENT), "checking"));
        link(anna);

        assertThat(accounts())
                .extracting(account -> account.reference().value())
                .containsExactly(Lines.CURRENT, Lines.CURRENT + " (2)");
    }

    private List<Account> accounts() {
        return journal.accounts(anna);
    }

    private static FeedAccount card(String id, String bank, @Nullable String inside, Availability availability) {
        return new FeedAccount(
                new FeedAccountId(id),
                new AccountReference(Type.MASKED_PAN, CARD),
                Currency.getInstance("EUR"),
                "card",
                "Card",
                "De Korenaar",
                bank,
                ZoneId.of("Europe/Brussels"),
                null,
                null,
                null,
                null,
                null,
                availability,
                null,
                inside);
    }

    private static FeedAccount other(String id, FeedAccount account, String subtype) {
        return ToldAccount.like(account)
                .id(new FeedAccountId(id))
                .subtype(subtype)
                .told();
    }
}
