package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.Test;

/** What holds of the link to a provider, on whatever database. */
abstract class LinkContract extends JournalHarness {

    @Test
    void listsTheAccountsAtOnce() throws Exception {
        shareCurrent();
        Connection connection = link(anna);

        assertThat(connection.state()).isEqualTo(State.CONNECTED);
        assertThat(journal.accounts(anna)).hasSize(1);
        assertThat(account(Lines.CURRENT).loaded()).isFalse();
        assertThat(account(Lines.CURRENT).connection()).isEqualTo(connection.id());
        assertThat(journal.companies()).contains(anna.company());
        store.checkAuditLog(anna.company());
    }

    @Test
    void backingOutChangesNothing() throws Exception {
        readSeven();
        List<Connection> before = journal.connections(anna);
        String state = setOut(anna);

        fails(Reason.DECLINED, () -> journal.returned(anna, new ConnectReturn(state, null, "access_denied")));

        assertThat(journal.connections(anna)).isEqualTo(before);
        fails(Reason.FOREIGN_STATE, () -> journal.returned(anna, new ConnectReturn(state, "code-1", null)));
        bring(line("t8", "2026-02-08", "8", "later"));
        assertThat(part().added()).isEqualTo(1);
    }

    @Test
    void aStateIsGoodOnceForItsPersonAndItsCompanyWithinADay() throws Exception {
        String state = setOut(anna);
        ConnectReturn back = new ConnectReturn(state, "code-1", null);
        Caller other = person("otto", anna.company());
        Caller elsewhere = newCompany("anna");

        fails(Reason.FOREIGN_STATE, () -> journal.returned(other, back));
        fails(Reason.FOREIGN_STATE, () -> journal.returned(elsewhere, back));
        fails(Reason.FOREIGN_STATE, () -> journal.returned(anna, new ConnectReturn("made-up", "code-1", null)));
        assertThat(journal.returned(anna, back).state()).isEqualTo(State.CONNECTED);
        fails(Reason.FOREIGN_STATE, () -> journal.returned(anna, back));

        String late = setOut(anna);
        clock.forward(Duration.ofHours(25));
        fails(Reason.FOREIGN_STATE, () -> journal.returned(anna, new ConnectReturn(late, "code-1", null)));
    }

    @Test
    void aRefusedCodeIsSaidAndTheStateIsUsed() throws Exception {
        String state = setOut(anna);

        fails(Reason.REFUSED, () -> journal.returned(anna, new ConnectReturn(state, "forged", null)));
        fails(Reason.FOREIGN_STATE, () -> journal.returned(anna, new ConnectReturn(state, "code-1", null)));
        assertThat(journal.connections(anna)).isEmpty();
    }

    @Test
    void aProviderThatIsAwayAtTheReturnCanBeAskedAgain() throws Exception {
        String state = setOut(anna);
        fake.failNext(new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), null, null));
        ConnectReturn back = new ConnectReturn(state, "code-1", null);

        fails(Reason.UNAVAILABLE, () -> journal.returned(anna, back));
        assertThat(journal.returned(anna, back).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void aConnectThatFailsLeavesNothing() {
        fake.failNext(new BankFeedException.Misconfigured("The certificate is missing.", null, null));

        fails(Reason.REFUSED, () -> setOut(anna));
        fails(Reason.NO_FEED, () -> journal.connect(anna, "other", BACK, Locale.ENGLISH));
        assertThat(journal.connections(anna)).isEmpty();
    }

    @Test
    void whatIsKnownOfANewcomerGoesToTheProviderWithWhatWeKnowOurselves() throws Exception {
        OnboardingDetails lies = new OnboardingDetails(
                "lies@korenaar.example", null, null, null, null, null, null, null, null, null, null, null);
        journal.connect(anna, "fake", BACK, Locale.ENGLISH, lies);
        assertThat(fake.onboarding()).isEqualTo(lies.completed(anna.company().value(), null));

        shareCurrent();
        link(anna);
        assertThat(fake.onboarding()).isNull();
        journal.connect(anna, "fake", BACK, Locale.ENGLISH, lies);
        assertThat(fake.onboarding()).isEqualTo(lies.completed(anna.company().value(), "org-1"));
    }

    @Test
    void aKnownOrganizationRenewsItsLink() throws Exception {
        readSeven();
        Connection before = journal.connections(anna).get(0);
        AccountId account = account(Lines.CURRENT).id();

        Connection after = link(anna);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(journal.connections(anna)).hasSize(1);
        assertThat(account(Lines.CURRENT).id()).isEqualTo(account);
        bring(line("t8", "2026-02-08", "8", "later"));
        assertThat(part().added()).isEqualTo(1);
        assertThat(told()).hasSize(8);
    }

    @Test
    void aBrokenLinkSaysSoAndIsMendedByConnectingAgain() throws Exception {
        readSeven();
        fake.failNext(new BankFeedException.ReconnectRequired("The token was revoked", "r-7", null));

        assertThat(synchronize().problems()).singleElement().asString().contains("r-7");
        Connection broken = journal.connections(anna).get(0);
        assertThat(broken.state()).isEqualTo(State.BROKEN);
        assertThat(broken.since()).isEqualTo(clock.instant());
        assertThat(journal.notices(anna)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.CONNECTION_BROKEN);
            assertThat(notice.sentence(Locale.ENGLISH))
                    .contains("problem with the connection")
                    .doesNotContain(Lines.CURRENT);
            assertThat(notice.affected()).containsExactly(account(Lines.CURRENT).id());
        });
        int calls = fake.calls();
        assertThat(synchronize().problems()).hasSize(1);
        assertThat(fake.calls()).isEqualTo(calls);

        link(anna);
        bring(line("t8", "2026-02-08", "8", "later"));
        assertThat(part().added()).isEqualTo(1);
        assertThat(journal.notices(anna)).isEmpty();
        store.checkAuditLog(anna.company());
    }

    @Test
    void aLinkThatBreaksInTheMiddleKeepsWhatCame() throws Exception {
        shareCurrent();
        for (int i = 1; i <= 5; i++) {
            bring(line("t" + i, "2026-02-0" + i, "1", "x"));
        }
        link(anna);
        feed.beforeEachPage((account, number) -> {
            if (number == 2) {
                throw new BankFeedException.ReconnectRequired("revoked", null, null);
            }
        });
        assertThat(part().complete()).isFalse();
        assertThat(listed()).hasSize(3);

        feed.beforeEachPage(null);
        link(anna);
        synchronize();
        assertThat(told()).containsExactly("NEW t1", "NEW t2", "NEW t3", "NEW t4", "NEW t5");
    }

    @Test
    void aKnownAccountUnderANewIdBringsOnlyWhatIsNew() throws Exception {
        shareCurrent();
        bring(
                line("a1", "2026-02-01", "5", "twin"),
                line("a2", "2026-02-01", "5", "twin"),
                line("a3", "2026-02-02", "7", "single"));
        link(anna);
        synchronize();
        AccountId account = account(Lines.CURRENT).id();

        fake.unshare(CURRENT);
        FeedAccountId relinked = new FeedAccountId("feed-current-2");
        fake.share(Lines.account(relinked.value(), Lines.CURRENT));
        fake.bring(relinked, line("b1", "2026-02-01", "5", "twin"));
        fake.bring(relinked, line("b2", "2026-02-01", "5", "twin"));
        fake.bring(relinked, line("b3", "2026-02-01", "5", "twin"));
        fake.bring(relinked, line("b4", "2026-02-02", "7", "single"));
        fake.bring(relinked, line("b5", "2026-02-03", "9", "new"));
        link(anna);

        assertThat(part().added()).isEqualTo(2);
        assertThat(part().changed()).isZero();
        assertThat(journal.accounts(anna)).hasSize(1);
        assertThat(account(Lines.CURRENT).id()).isEqualTo(account);
        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(5);
        assertThat(told()).hasSize(5).startsWith("NEW a1", "NEW a2", "NEW a3").endsWith("NEW b5");

        fake.bring(relinked, line("b4", "2026-02-02", "7", "single, changed"));
        synchronize();
        assertThat(told()).endsWith("CHANGED a3");
    }

    @Test
    void aNewIdWithTheSameLineIdsChangesNothing() throws Exception {
        readSeven();
        fake.unshare(CURRENT);
        FeedAccountId relinked = new FeedAccountId("feed-current-2");
        fake.share(Lines.account(relinked.value(), Lines.CURRENT));
        for (int i = 1; i <= 7; i++) {
            fake.bring(relinked, line("t" + i, "2026-02-0" + i, "" + i, "text " + i));
        }
        fake.bring(relinked, line("t8", "2026-02-07", "7", "text 7"));

        assertThat(part().added()).isEqualTo(1);
        synchronize();
        assertThat(told()).hasSize(8).endsWith("NEW t8");
    }

    @Test
    void relinkingInTheMiddleOfAFirstLoadLosesNothing() throws Exception {
        shareCurrent();
        for (int i = 1; i <= 6; i++) {
            bring(line("a" + i, "2026-02-0" + i, "" + i, "x"));
        }
        link(anna);
        feed.beforeEachPage((account, number) -> {
            if (number == 2) {
                throw new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), null, null);
            }
        });
        synchronize();
        feed.beforeEachPage(null);
        fake.unshare(CURRENT);
        FeedAccountId relinked = new FeedAccountId("feed-current-2");
        fake.share(Lines.account(relinked.value(), Lines.CURRENT));
        for (int i = 1; i <= 6; i++) {
            fake.bring(relinked, line("b" + i, "2026-02-0" + i, "" + i, "x"));
        }
        synchronize();

        assertThat(told()).containsExactly("NEW b1", "NEW b2", "NEW b3", "NEW a4", "NEW a5", "NEW a6");
    }

    @Test
    void anotherOrganizationIsAnotherLink() throws Exception {
        readSeven();
        fake.organization(new Organization("org-2", "Another one"));
        journal.accept(anna, link(anna).id());

        assertThat(journal.connections(anna)).hasSize(2);
        assertThat(journal.accounts(anna)).hasSize(1);
        synchronize();
        assertThat(told()).hasSize(7);
    }

    @Test
    void twoCompaniesOfOneOrganizationStayApart() throws Exception {
        readSeven();
        Caller bob = newCompany("bob");
        link(bob);
        journal.synchronize(bob);

        assertThat(journal.log(bob, 0, 100)).hasSize(7);
        assertThat(journal.accounts(bob).get(0).id())
                .isNotEqualTo(account(Lines.CURRENT).id());
        assertThat(told()).hasSize(7);
    }

    @Test
    void disconnectingKeepsWhatWasRead() throws Exception {
        readSeven();
        Connection connection = journal.connections(anna).get(0);

        assertThat(journal.disconnect(anna, connection.id()).problem()).isNull();

        assertThat(journal.connections(anna).get(0).state()).isEqualTo(State.DISCONNECTED);
        assertThat(synchronize().accounts()).isEmpty();
        assertThat(listed()).hasSize(7);
        assertThat(link(anna).id()).isEqualTo(connection.id());
        assertThat(part().added()).isZero();
        assertThat(told()).hasSize(7);
    }

    @Test
    void aLinkEndsHereAlsoWhenTheProviderRefusesAndThatIsMadeGoodByAReading() throws Exception {
        ofAnOrganizationOfItsOwn();
        readSeven();
        Connection link = journal.connections(anna).get(0);
        fake.failNext(blocked());
        synchronize();
        fake.failNext(blocked());

        Connection ended = journal.disconnect(anna, link.id());

        assertThat(ended.state()).isEqualTo(State.DISCONNECTED);
        assertThat(ended.problem())
                .asString()
                .contains("could not be told yet", "request id r-8", "tried again with every reading");
        int calls = fake.calls();
        fake.failNext(blocked());
        synchronize();
        assertThat(journal.connections(anna).get(0).problem()).isEqualTo(ended.problem());
        synchronize();
        assertThat(journal.connections(anna).get(0).problem()).isNull();
        assertThat(fake.calls()).isEqualTo(calls + 2);
        synchronize();
        assertThat(fake.calls()).as("it is told once").isEqualTo(calls + 2);
        store.checkAuditLog(anna.company());
    }

    @Test
    void aLinkEndsHereAlsoWhileItsFeedIsAway() throws Exception {
        ofAnOrganizationOfItsOwn();
        readSeven();
        journal.unbindFeed(feed);
        ConnectionId link = journal.connections(anna).get(0).id();

        assertThat(journal.disconnect(anna, link).problem()).asString().contains("‘fake’ is not there now");
        journal.bindFeed(feed, Map.of(BankFeed.NAME, "fake"));
        synchronize();
        assertThat(journal.connections(anna).get(0).problem()).isNull();
    }

    @Test
    void whoConnectsAgainEndsNothingAfterwards() throws Exception {
        ofAnOrganizationOfItsOwn();
        readSeven();
        fake.failNext(blocked());
        journal.disconnect(anna, journal.connections(anna).get(0).id());

        link(anna);
        bring(line("t8", "2026-02-08", "8", "later"));
        assertThat(part().added()).isEqualTo(1);
        synchronize();
        assertThat(journal.connections(anna)).singleElement().satisfies(link -> {
            assertThat(link.state()).isEqualTo(State.CONNECTED);
            assertThat(link.problem()).isNull();
        });
    }

    @Test
    void whatTheProviderNeverTakesIsGivenUpAndSaid() throws Exception {
        ofAnOrganizationOfItsOwn();
        readSeven();
        fake.failNext(blocked());
        journal.disconnect(anna, journal.connections(anna).get(0).id());
        clock.forward(Duration.ofDays(31));
        fake.failNext(blocked());
        synchronize();

        assertThat(journal.connections(anna).get(0).problem())
                .asString()
                .contains("could not be told for 30 days", "its user ends it there");
        int calls = fake.calls();
        synchronize();
        assertThat(fake.calls()).isEqualTo(calls);
    }

    @Test
    void aConsentIsNotRenewedThroughABlockedLinkAndTheReasonIsTheTrueOne() throws Exception {
        readSeven();
        AccountId account = account(Lines.CURRENT).id();
        fake.failNext(blocked());
        assertThatThrownBy(() -> journal.renew(anna, account, BACK))
                .hasMessageContaining("has blocked the organization Bakkerij De Korenaar BV");
        assertThat(journal.connections(anna).get(0).cause()).isEqualTo(Connection.Cause.BLOCKED);

        assertThatThrownBy(() -> journal.renew(anna, account, BACK))
                .hasMessageContaining("has blocked the organization")
                .hasMessageContaining("goes on by itself")
                .hasMessageNotContaining("connect again");
        journal.disconnect(anna, journal.connections(anna).get(0).id());
        assertThatThrownBy(() -> journal.renew(anna, account, BACK))
                .hasMessageContaining("was ended here on 10 March 2026")
                .hasMessageContaining("connect again")
                .isInstanceOfSatisfying(JournalException.class, refusal -> assertThat(refusal.sentence())
                        .isNotNull()
                        .extracting(Sentence::code)
                        .isEqualTo(SentenceCode.RENEWAL_ENDED));
    }

    /** To which no link of another test goes. */
    private void ofAnOrganizationOfItsOwn() {
        fake.organization(new Organization("org-of-" + anna.company(), "Bakkerij De Korenaar BV"));
    }

    private static BankFeedException blocked() {
        return new BankFeedException.Blocked("The organization is blocked.", "r-8");
    }

    @Test
    void noticesTellWhatIsNotShared() throws Exception {
        readSeven();
        shareSavings();
        synchronize();
        fake.unshare(CURRENT);
        synchronize();
        assertThat(kinds()).containsExactly(Notice.Kind.ACCOUNT_NOT_SHARED);
        assertThat(account(Lines.CURRENT).problem()).asString().contains("no longer share");

        fake.unshare(SAVINGS);
        synchronize();
        assertThat(kinds()).containsExactly(Notice.Kind.NO_ACCOUNTS);

        shareCurrent();
        shareSavings();
        synchronize();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void anAccountRefusedWhileItIsReadIsNotShared() throws Exception {
        readSeven();
        feed.beforeEachPage((account, number) -> {
            throw new BankFeedException.AccountNotShared("It is not shared.", "r-4");
        });

        assertThat(part().problem()).asString().contains("r-4");
        assertThat(kinds()).containsExactly(Notice.Kind.ACCOUNT_NOT_SHARED);
        feed.beforeEachPage(null);
        synchronize();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void maintenanceAndReplacementAreNoticed() throws Exception {
        fake.share(Lines.account(CURRENT.value(), Lines.CURRENT, Availability.READ_ONLY, null));
        fake.share(Lines.account(SAVINGS.value(), Lines.SAVINGS, Availability.DEPRECATED, null));
        link(anna);

        assertThat(kinds()).containsExactly(Notice.Kind.ACCOUNT_DEPRECATED, Notice.Kind.READ_ONLY);
    }

    @Test
    void aWayThatNeedsNoPersonIsLinkedAtOnce() throws Exception {
        journal = started(new LinkedFeed(fake));
        shareCurrent();
        Connection first = connected();
        Connection again = connected();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(journal.connections(anna)).hasSize(1);
        assertThat(journal.accounts(anna)).hasSize(1);
    }

    @Test
    void credentialsAreKnownAgainWhetherOrNotTheProviderSaysWhoseTheyAre() throws Exception {
        LinkedFeed own = new LinkedFeed(fake);
        journal = started(own);
        shareCurrent();
        own.tellsNot();
        Connection untold = connected();
        assertThat(untold.organization()).isEqualTo(new Organization(LinkedFeed.CREDENTIALS, null));

        own.tells();
        Connection told = connected();
        assertThat(told.id()).isEqualTo(untold.id());
        assertThat(told.state()).isEqualTo(State.CONNECTED);
        assertThat(told.organization()).isEqualTo(new Organization("org-1", "Bakkerij De Korenaar BV"));

        own.tellsNot();
        Connection again = connected();
        assertThat(again.id()).isEqualTo(untold.id());
        assertThat(again.organization()).as("what was told once").isEqualTo(told.organization());
        assertThat(journal.connections(anna)).hasSize(1);
    }

    private Connection connected() throws Exception {
        return ((ConnectStep.Connected) journal.connect(anna, "fake", BACK, Locale.ENGLISH)).connection();
    }

    private List<Notice.Kind> kinds() {
        return journal.notices(anna).stream().map(Notice::kind).toList();
    }

    private static void fails(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
