package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.journal.internal.Lines.line;

import java.io.EOFException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FakeBankFeed;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedCertificate;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedHealth;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.Organization;
import org.bankfeed.feed.UnreadableAccount;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.Cause;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Gravity;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.ReconnectReceipt;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a link comes when it is true, and has gone by the first reading after it is not. */
abstract class LinkStateContract extends JournalHarness {

    private static final Instant ALWAYS = Instant.parse("2027-01-01T00:00:00Z");

    @BeforeEach
    void callItPonto() {
        fake = new FakeBankFeed("ponto", 3);
        journal = started(fake);
    }

    @Test
    void aRefusedLinkIsBrokenUntilSomebodyReconnects() throws Exception {
        linked();
        fake.failNext(refused());
        synchronize();

        assertThat(only().kind()).isEqualTo(Kind.CONNECTION_BROKEN);
        assertThat(only().affected()).containsExactly(current());
        assertThat(connection().cause()).isEqualTo(Cause.REFUSED);
        link();
        assertThat(notices()).isEmpty();
        assertThat(connection().cause()).isNull();
    }

    @Test
    void aDoorThatClosesOnOurCertificateIsCountedAndTheLinkStaysAsItIs() throws Exception {
        linked();
        fake.failNext(BankFeedException.Unavailable.turnedAway(
                "Closed without a word.", Duration.ofSeconds(1), new EOFException()));
        synchronize();
        fake.failNext(busy());
        synchronize();

        assertThat(journal.refusals(anna)).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CREDENTIALS);
            assertThat(refusal.count()).as("one that is busy refuses nothing").isEqualTo(1);
        });
        assertThat(notices()).isEmpty();
    }

    @Test
    void aLinkThatItsUserEndedSaysSoOnceItIsRefused() throws Exception {
        linked();
        told(FeedEvent.Kind.LINK_REVOKED);
        assertThat(notices()).as("a webhook is a hint, no more").isEmpty();
        fake.failNext(refused());
        synchronize();

        assertThat(only().kind()).isEqualTo(Kind.REVOKED);
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("was ended at Ponto by its user")
                .contains("disconnected here too");
        assertThat(connection().cause()).isEqualTo(Cause.REVOKED);
        assertThat(journal.synchronize(anna).problems())
                .singleElement()
                .asString()
                .contains("ended by its user");
        link();
        assertThat(notices()).isEmpty();
    }

    @Test
    void aWebhookThatComesAfterTheRefusalExplainsIt() throws Exception {
        linked();
        fake.failNext(refused());
        synchronize();
        assertThat(only().kind()).isEqualTo(Kind.CONNECTION_BROKEN);
        assertThat(synchronize().problems())
                .singleElement()
                .asString()
                .contains("is broken since 10 March 2026 at 10:00");
        clock.forward(Duration.ofMinutes(1));
        told(FeedEvent.Kind.LINK_REVOKED);

        assertThat(only().kind()).isEqualTo(Kind.REVOKED);
    }

    @Test
    void whoWasToldOfAnEndAndReadsAllTheSameForgetsIt() throws Exception {
        linked();
        told(FeedEvent.Kind.LINK_REVOKED);
        synchronize();
        fake.failNext(refused());
        synchronize();

        assertThat(only().kind()).as("another matter").isEqualTo(Kind.CONNECTION_BROKEN);
    }

    @Test
    void aBlockedOrganizationIsTriedAgainAndHealsByItself() throws Exception {
        linked();
        fake.failNext(blocked("r-8"));
        synchronize();
        Instant since = clock.instant();

        assertThat(only().kind()).isEqualTo(Kind.BLOCKED);
        assertThat(only().gravity()).isEqualTo(Gravity.STOPPED);
        assertThat(only().affected()).containsExactly(current());
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("Ponto has blocked the organization Bakkerij De Korenaar BV")
                .contains("name the request id r-8")
                .doesNotContain("(request id")
                .contains("tried again by itself");
        assertThat(connection().state()).isEqualTo(State.BROKEN);
        assertThat(connection().cause()).isEqualTo(Cause.BLOCKED);

        clock.forward(Duration.ofHours(6));
        fake.failNext(blocked("r-9"));
        synchronize();
        assertThat(only().since()).as("since the first time").isEqualTo(since);
        assertThat(only().sentence(Locale.ENGLISH)).as("the newest").contains("r-9");

        bring(line("t9", "2026-03-10", "9", "x"));
        SyncReceipt receipt = synchronize();
        assertThat(receipt.added()).isEqualTo(1);
        assertThat(receipt.problems()).isEmpty();
        assertThat(notices()).isEmpty();
        assertThat(connection().state()).isEqualTo(State.CONNECTED);
        store.checkAuditLog(anna.company());
    }

    @Test
    void aLinkWhoseTokenIsLostIsEndedByItsOrganizationUnlessAnotherLinkGoesThere() throws Exception {
        List<String> ended = new ArrayList<>();
        feed = new KillableFeed(fake) {
            @Override
            public void end(Secrets secrets, Organization organization) throws BankFeedException {
                ended.add(organization.id());
                super.end(secrets, organization);
            }
        };
        journal = started(feed);
        fake.organization(new Organization("org-of-" + anna.company(), "Two companies"));
        linked();
        Caller bob = newCompany("bob");
        String state = ((ConnectStep.Visit) journal.connect(bob, "ponto", BACK, Locale.ENGLISH))
                .page()
                .getQuery()
                .substring("state=".length());
        journal.returned(bob, new ConnectReturn(state, "code-1", null));

        journal.disconnect(anna, connection().id());
        assertThat(ended).as("bob's link would end with it").isEmpty();
        journal.disconnect(bob, journal.connections(bob).get(0).id());
        assertThat(ended).containsExactly("org-of-" + anna.company());
    }

    @Test
    void aBlockedLinkStaysBlockedWhileTheProviderCannotBeReached() throws Exception {
        linked();
        fake.failNext(blocked("r-8"));
        synchronize();
        fake.failNext(busy());
        synchronize();

        assertThat(only().kind()).isEqualTo(Kind.BLOCKED);
        fake.failNext(refused());
        synchronize();
        assertThat(only().kind()).as("it was ended meanwhile").isEqualTo(Kind.CONNECTION_BROKEN);
    }

    @Test
    void anIncompleteOnboardingSaysUntilWhenAndGoesWhenItIsComplete() throws Exception {
        fake.onboardingComplete(false);
        linked();

        assertThat(only().kind()).isEqualTo(Kind.ONBOARDING_INCOMPLETE);
        assertThat(only().gravity()).isEqualTo(Gravity.URGENT);
        assertThat(only().affected()).containsExactly(current());
        assertThat(only().sentence(Locale.ENGLISH)).contains("Until 13 March 2026 at 10:00 there is time");
        clock.forward(Duration.ofHours(60));
        synchronize();
        assertThat(only().since()).isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
        clock.forward(Duration.ofHours(13));
        synchronize();
        assertThat(only().sentence(Locale.ENGLISH)).contains("ended on 13 March 2026 at 10:00; Ponto may delete");

        fake.onboardingComplete(true);
        synchronize();
        assertThat(notices()).isEmpty();
        int calls = fake.calls();
        synchronize();
        int without = fake.calls() - calls;
        calls = fake.calls();
        synchronize();
        assertThat(fake.calls() - calls).as("not asked any more").isEqualTo(without);
    }

    @Test
    void aFeedThatIsNotThereIsTheOperatorsMatter() throws Exception {
        linked();
        clock.forward(Duration.ofHours(1));
        journal.unbindFeed(fake);

        assertThat(only().kind()).isEqualTo(Kind.FEED_FAULT);
        assertThat(only().gravity()).isEqualTo(Gravity.STOPPED);
        assertThat(only().since()).isEqualTo(clock.instant());
        assertThat(only().affected()).containsExactly(current());
        assertThat(only().sentence(Locale.ENGLISH)).containsOnlyOnce("‘ponto’").contains("is not there");
        synchronize();
        assertThat(notices()).hasSize(1);
        clock.forward(Duration.ofDays(2));
        assertThat(notices()).as("and it is no silence").hasSize(1);

        journal.bindFeed(fake, Map.of(BankFeed.NAME, "ponto"));
        synchronize();
        assertThat(notices()).isEmpty();
    }

    @Test
    void aFaultOfAFeedNamesTheConfigurationInWhichItIsMended() throws Exception {
        linked();
        assertThat(journal.feedFault("ponto")).isEmpty();
        fake.health(new FeedHealth("The file of key certificate.file cannot be read", List.of()));
        configuredBy(Map.of(
                BankFeed.NAME,
                "ponto",
                "service.pid",
                "org.example.feed~main",
                "felix.fileinstall.filename",
                "file:/opt/karaf/etc/org.example.feed-main.cfg"));

        assertThat(only().sentence(Locale.ENGLISH))
                .contains("certificate.file cannot be read. It is configured in org.example.feed-main.cfg.");
        assertThat(journal.feedFault("ponto")).contains(only().sentence(Locale.ENGLISH));

        configuredBy(Map.of(BankFeed.NAME, "ponto", "service.pid", "org.example.feed~main"));
        assertThat(only().sentence(Locale.ENGLISH)).endsWith("It is configured in org.example.feed~main.");
        fake.health(FeedHealth.GOOD);
        fake.failNext(misconfigured());
        synchronize();
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("check client.id")
                .endsWith("It is configured in org.example.feed~main.");
    }

    private void configuredBy(Map<String, String> properties) {
        journal.unbindFeed(fake);
        journal.bindFeed(fake, properties);
    }

    @Test
    void refusedCredentialsAreTheOperatorsMatterUntilTheyAreTaken() throws Exception {
        linked();
        Instant since = clock.instant();
        fake.failNext(misconfigured());
        synchronize();
        clock.forward(Duration.ofHours(7));
        fake.failNext(misconfigured());
        synchronize();

        assertThat(only().kind()).isEqualTo(Kind.FEED_FAULT);
        assertThat(only().since()).isEqualTo(since);
        assertThat(only().sentence(Locale.ENGLISH)).contains("check client.id").contains("request id r-5");
        fake.failNext(busy());
        synchronize();
        assertThat(notices()).as("something else now").isEmpty();
        synchronize();
        assertThat(notices()).isEmpty();
    }

    @Test
    void aFeedThatWorksOnWithTheMeansOfBeforeIsAWarning() throws Exception {
        linked();
        fake.health(new FeedHealth("The file of key certificate.file cannot be read", List.of()));

        assertThat(only().kind()).isEqualTo(Kind.FEED_FAULT);
        assertThat(only().gravity()).isEqualTo(Gravity.WARNING);
        Instant since = only().since();
        synchronize();
        clock.forward(Duration.ofMinutes(5));
        assertThat(only().since()).isEqualTo(since);
        journal = started(fake);
        assertThat(only().since()).as("after a start too").isEqualTo(since);
        fake.health(FeedHealth.GOOD);
        assertThat(notices()).isEmpty();
    }

    @Test
    void aCertificateIsWarnedOfInFourStepsUntilALaterOneLiesReady() throws Exception {
        linked();
        Instant ends = Instant.parse("2026-06-01T09:00:00Z");
        FeedCertificate old = certificate("certificate.file", ends);
        fake.health(new FeedHealth(null, List.of(old)));

        clock.forward(Duration.between(clock.instant(), ends.minus(Duration.ofDays(61))));
        synchronize();
        assertThat(notices()).isEmpty();
        for (int days : new int[] {60, 30, 14, 7}) {
            clock.forward(Duration.between(clock.instant(), ends.minus(Duration.ofDays(days))));
            synchronize();
            assertThat(only().kind()).isEqualTo(Kind.CERTIFICATE_ENDS);
            assertThat(only().since()).as("this step").isEqualTo(clock.instant());
            assertThat(only().affected()).containsExactly(current());
            assertThat(only().sentence(Locale.ENGLISH))
                    .contains("TLS certificate by which Ponto knows us")
                    .contains("certificate.file")
                    .contains("in " + days + " days");
        }
        assertThat(only().gravity()).isEqualTo(Gravity.WARNING);
        clock.forward(Duration.ofDays(1));
        synchronize();
        assertThat(only().gravity()).isEqualTo(Gravity.URGENT);
        clock.forward(Duration.ofDays(7));
        synchronize();
        assertThat(only().sentence(Locale.ENGLISH)).contains("has ended, and no later one");
        fake.health(new FeedHealth(null, List.of(old, certificate("certificate.file.2", ALWAYS))));
        assertThat(notices()).isEmpty();
    }

    @Test
    void noSharedAccountIsToldUntilOneIsShared() throws Exception {
        linked();
        fake.unshare(CURRENT);
        synchronize();

        assertThat(only().kind()).isEqualTo(Kind.NO_ACCOUNTS);
        assertThat(only().affected()).as("whose lines stopped").containsExactly(current());
        share(CURRENT, Availability.AVAILABLE);
        synchronize();
        assertThat(notices()).isEmpty();
    }

    @Test
    void anAccountThatIsRemovedAndAddedAgainIsToldWhileItIsAway() throws Exception {
        linked();
        shareSavings();
        synchronize();
        fake.unshare(CURRENT);
        synchronize();
        assertThat(notices()).extracting(Notice::kind).containsExactly(Kind.ACCOUNT_NOT_SHARED);
        List<String> before = told();

        FeedAccountId anew = new FeedAccountId("feed-current-2");
        share(anew, Availability.AVAILABLE);
        fake.bring(anew, line("n1", "2026-03-09", "3", "x"));
        fake.bring(anew, line("n2", "2026-03-10", "4", "new"));
        synchronize();
        assertThat(notices()).isEmpty();
        assertThat(told())
                .as("its lines stay, and only what is new is added")
                .startsWith(before.toArray(String[]::new));
        assertThat(told()).hasSize(before.size() + 1).endsWith("NEW n2");
    }

    @Test
    void aReplacedBankIsToldUntilItsReplacementIsJoined() throws Exception {
        linked();
        List<String> before = told();
        AccountId known = current();
        share(CURRENT, Availability.DEPRECATED);
        synchronize();
        assertThat(only().kind()).isEqualTo(Kind.ACCOUNT_DEPRECATED);
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("added anew at Ponto")
                .contains("its transactions stay");

        FeedAccountId replacement = new FeedAccountId("feed-replacement");
        share(replacement, Availability.AVAILABLE);
        fake.bring(replacement, line("n1", "2026-03-09", "3", "x"));
        fake.bring(replacement, line("n2", "2026-03-10", "4", "new"));
        synchronize();
        assertThat(notices()).isEmpty();
        assertThat(journal.accounts(anna)).as("one account under two ids").hasSize(1);
        assertThat(current()).isEqualTo(known);
        assertThat(told()).hasSize(before.size() + 1).startsWith(before.toArray(String[]::new));
    }

    @Test
    void aReturnIsReckonedUpOnlyOnceTheBankOfTheReplacementWasAsked() throws Exception {
        linked();
        FeedAccountId anew = new FeedAccountId("feed-replacement");
        Instant given = clock.instant();
        fake.unshare(CURRENT);
        fake.share(authorized(account(anew, Availability.AVAILABLE, null, null, null), given));
        synchronize();
        assertThat(journal.lastReconnect(anna, connection().id()))
                .hasValueSatisfying(receipt ->
                        assertThat(receipt.complete()).as("nobody asked it yet").isFalse());

        clock.forward(Duration.ofMinutes(1));
        fake.share(authorized(account(anew, Availability.AVAILABLE, clock.instant(), null, null), given));
        fake.bring(anew, line("n1", "2026-03-09", "3", "x"));
        synchronize();
        assertThat(journal.lastReconnect(anna, connection().id())).hasValueSatisfying(receipt -> {
            assertThat(receipt.complete()).isTrue();
            assertThat(receipt.recognized()).isEqualTo(1);
        });
    }

    @Test
    void aReplacedConnectionWhoseConsentEndedIsNoReturnAtEachReading() throws Exception {
        linked();
        Instant asked = clock.instant();
        FeedAccount replaced = account(CURRENT, Availability.DEPRECATED, asked, asked, "authorizationInvalid");
        fake.share(authorized(replaced, asked.minus(Duration.ofDays(90))));
        synchronize();
        clock.forward(Duration.ofDays(1));
        FeedAccountId anew = new FeedAccountId("feed-replacement");
        Instant ends = clock.instant().plus(Duration.ofDays(180));
        fake.share(authorized(account(anew, Availability.AVAILABLE, clock.instant(), ends, null), clock.instant()));
        synchronize();
        ReconnectReceipt receipt =
                journal.lastReconnect(anna, connection().id()).orElseThrow();
        assertThat(receipt.gapFrom()).isEqualTo(asked);

        clock.forward(Duration.ofDays(1));
        synchronize();
        assertThat(journal.lastReconnect(anna, connection().id())).contains(receipt);
    }

    @Test
    void aConsentIsRenewedAtTheReplacementThoughTheReplacedOneCameUnderANewId() throws Exception {
        linked();
        share(CURRENT, Availability.DEPRECATED);
        share(new FeedAccountId("feed-replacement"), Availability.AVAILABLE);
        synchronize();
        share(new FeedAccountId("feed-replaced-again"), Availability.DEPRECATED);
        synchronize();

        assertThat(journal.renew(anna, current(), BACK).getPath()).isEqualTo("/renew/feed-replacement");
    }

    @Test
    void maintenanceIsToldWhileItLasts() throws Exception {
        linked();
        share(CURRENT, Availability.READ_ONLY);
        synchronize();
        assertThat(only().kind()).isEqualTo(Kind.READ_ONLY);
        share(CURRENT, Availability.AVAILABLE);
        synchronize();
        assertThat(notices()).isEmpty();
    }

    @Test
    void aBankThatFailsForTwoWindowsIsToldUntilItAnswers() throws Exception {
        linked();
        fake.share(account(CURRENT, Availability.AVAILABLE, clock.instant(), null, "bankUnavailable"));
        synchronize();
        assertThat(notices()).as("it mostly passes").isEmpty();
        clock.forward(Duration.ofHours(18));
        synchronize();

        assertThat(only().kind()).isEqualTo(Kind.BANK_FAILS);
        assertThat(only().since()).isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
        assertThat(only().sentence(Locale.ENGLISH)).contains("in vain (bankUnavailable)");
        share(CURRENT, Availability.AVAILABLE);
        synchronize();
        assertThat(notices()).isEmpty();
    }

    @Test
    void aRenewedConsentIsSilent() throws Exception {
        linked();
        Instant ended = Instant.parse("2026-03-09T09:00:00Z");
        fake.share(account(CURRENT, Availability.AVAILABLE, ALWAYS, ended, null));
        synchronize();
        assertThat(only().kind()).isEqualTo(Kind.AUTHORIZATION_ENDED);
        fake.share(
                account(CURRENT, Availability.AVAILABLE, ALWAYS, clock.instant().plus(Duration.ofDays(20)), null));
        synchronize();
        assertThat(only().kind()).isEqualTo(Kind.AUTHORIZATION_ENDS);
        fake.share(
                account(CURRENT, Availability.AVAILABLE, ALWAYS, clock.instant().plus(Duration.ofDays(180)), null));
        synchronize();
        assertThat(notices()).isEmpty();
    }

    @Test
    void aPendingListThatCannotBeUnderstoodIsCountedAndTheBookedLinesComeAllTheSame() throws Exception {
        linked();
        journal = started(new KillableFeed(fake) {
            @Override
            public List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException {
                throw new BankFeedException.Refused("It links to another host", "r-7", null);
            }
        });
        bring(line("t9", "2026-03-09", "9", "x"));
        synchronize();

        assertThat(account(Lines.CURRENT).problem()).asString().startsWith("Pending lines could not be read: It links");
        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(2);
        assertThat(journal.refusals(anna)).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ANSWER);
            assertThat(refusal.lastSentence()).asString().contains("r-7");
        });
    }

    @Test
    void oneAccountThatCannotBeReadIsToldAndTheOthersGoOn() throws Exception {
        feed = new KillableFeed(fake);
        journal = started(feed);
        linked();
        shareSavings();
        feed.beforeEachPage((account, number) -> {
            if (account.id().equals(CURRENT)) {
                throw new BankFeedException.Refused("The answer cannot be understood", "r-6", null);
            }
        });
        fake.share(account(SAVINGS, Availability.AVAILABLE, ALWAYS, null, null));
        synchronize();
        fake.bring(SAVINGS, line("s1", "2026-03-10", "4", "new"));
        clock.forward(Duration.ofHours(18));
        SyncReceipt receipt = synchronize();

        assertThat(receipt.added()).as("the other one").isEqualTo(1);
        assertThat(only().kind()).isEqualTo(Kind.SILENT);
        assertThat(only().account()).isEqualTo(current());
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("could not be read")
                .contains("although others are")
                .contains("r-6");
        feed.beforeEachPage(null);
        synchronize();
        assertThat(notices()).isEmpty();
    }

    @Test
    void noSentenceHoldsAWholeAccountNumber() throws Exception {
        FeedAccount plain = Lines.account(CURRENT.value(), Lines.CURRENT, Availability.DEPRECATED, null);
        fake.share(ToldAccount.like(plain)
                .description("Zichtrekening BE71 0961 2345 6769")
                .synchronizedAt(ALWAYS)
                .told());
        link();
        synchronize();

        assertThat(only().sentence(Locale.ENGLISH).replace(" ", "")).doesNotContain(Lines.CURRENT);
        assertThat(only().sentence(Locale.ENGLISH)).contains("BE…6769");
    }

    @Test
    void anAccountThatCannotBeReadIsToldOfCountedAndInNobodysWay() throws Exception {
        fake.share(new UnreadableAccount(
                new FeedAccountId("feed-gold"),
                "BE71 0961 2345 6769",
                "Gold",
                "it is kept in 'XAU', which is no currency"));
        share(CURRENT, Availability.AVAILABLE);
        bring(line("t3", "2026-03-09", "3", "x"));
        link();
        Instant linked = clock.instant();
        clock.forward(Duration.ofHours(1));
        assertThat(synchronize().problems()).isEmpty();

        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(1);
        assertThat(only().kind()).isEqualTo(Kind.ACCOUNT_UNREADABLE);
        assertThat(only().since()).isEqualTo(linked);
        assertThat(only().sentence(Locale.ENGLISH))
                .startsWith("The account Gold (BE…6769) is shared and cannot be read: It is kept in 'XAU'");
        assertThat(journal.refusals(anna))
                .filteredOn(refusal -> refusal.kind() == Refusal.Kind.ANSWER)
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.count()).as("once, not each time").isEqualTo(1));

        fake.unshare(CURRENT);
        synchronize();
        assertThat(notices()).extracting(Notice::kind).as("something is shared").doesNotContain(Kind.NO_ACCOUNTS);
        share(CURRENT, Availability.AVAILABLE);
        fake.unshare(new FeedAccountId("feed-gold"));
        synchronize();
        assertThat(notices()).isEmpty();
    }

    // ---- so that it reads

    private void linked() throws Exception {
        share(CURRENT, Availability.AVAILABLE);
        bring(line("t3", "2026-03-09", "3", "x"));
        link();
        synchronize();
    }

    private void link() throws Exception {
        var visit = (ConnectStep.Visit) journal.connect(anna, "ponto", BACK, Locale.ENGLISH);
        String state = visit.page().getQuery().substring("state=".length());
        journal.returned(anna, new ConnectReturn(state, "code-1", null));
    }

    private void told(FeedEvent.Kind kind) throws Exception {
        fake.deliver(Events.within(
                anna.company().value(), Events.event("e1", "d1", kind, "org-1", null, null, clock.instant())));
        journal.receive("ponto", Map.of(), new byte[] {'{', '}'});
    }

    private AccountId current() {
        return account(Lines.CURRENT).id();
    }

    private Connection connection() {
        return journal.connections(anna).get(0);
    }

    private List<Notice> notices() {
        return journal.notices(anna);
    }

    private Notice only() {
        assertThat(notices()).hasSize(1);
        return notices().get(0);
    }

    private void share(FeedAccountId id, Availability availability) {
        fake.share(account(id, availability, ALWAYS, null, null));
    }

    /** Never silent unless it is said when the bank was asked. */
    private static FeedAccount authorized(FeedAccount plain, Instant at) {
        return ToldAccount.like(plain).authorizedAt(at).told();
    }

    private static FeedAccount account(
            FeedAccountId id,
            Availability availability,
            @Nullable Instant asked,
            @Nullable Instant ends,
            @Nullable String failure) {
        FeedAccount plain =
                Lines.account(id.value(), id.equals(SAVINGS) ? Lines.SAVINGS : Lines.CURRENT, availability, ends);
        return ToldAccount.like(plain)
                .synchronizedAt(asked)
                .lastFailure(failure)
                .told();
    }

    private static FeedCertificate certificate(String key, Instant ends) {
        return new FeedCertificate("TLS", key, "CN=books.example", ends.minus(Duration.ofDays(365)), ends, true);
    }

    private static BankFeedException refused() {
        return new BankFeedException.ReconnectRequired("The token was revoked", "r-7", null);
    }

    private static BankFeedException blocked(String requestId) {
        return new BankFeedException.Blocked("The organization is blocked", requestId);
    }

    private static BankFeedException busy() {
        return new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), null, null);
    }

    private static BankFeedException misconfigured() {
        return new BankFeedException.Misconfigured("Our client is refused; check client.id", "r-5", null);
    }
}
