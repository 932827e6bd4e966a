package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FakeBankFeed;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.FeedInstitution.Maintenance;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Gravity;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person is told of the link, step by step, on whatever database. */
abstract class NoticeContract extends JournalHarness {

    private static final Instant ENDS = Instant.parse("2026-04-20T09:00:00Z");

    @BeforeEach
    void callItPonto() {
        fake = new FakeBankFeed("ponto", 3);
        journal = started(fake);
    }

    @Test
    void aConsentIsWarnedOfAtEachStepBeforeItEnds() throws Exception {
        read(account(null, ENDS, null));
        assertThat(journal.notices(anna)).isEmpty();

        at("2026-03-20T12:00:00Z");
        assertThat(journal.notices(anna)).as("31 days before").isEmpty();
        at("2026-03-21T12:00:00Z");
        assertThat(only().gravity()).isEqualTo(Gravity.WARNING);
        assertThat(only().since()).isEqualTo(Instant.parse("2026-03-20T23:00:00Z"));
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("ends on 20 April 2026, in 30 days")
                .contains("Current")
                .contains("3 lines came by it in the 30 days before today")
                .doesNotContain("account holder")
                .doesNotContain(Lines.CURRENT);
        assertThat(only().kind().mender()).isEqualTo(Notice.Mender.ACCOUNT_HOLDER);
        at("2026-04-06T12:00:00Z");
        assertThat(only().sentence(Locale.ENGLISH))
                .startsWith("The authorization")
                .contains("in 14 days");
        at("2026-04-12T12:00:00Z");
        assertThat(only().gravity()).as("8 days before").isEqualTo(Gravity.WARNING);
        at("2026-04-13T12:00:00Z");
        assertThat(only().gravity()).isEqualTo(Gravity.URGENT);
        assertThat(only().sentence(Locale.ENGLISH)).startsWith("Urgent").contains("in 7 days");
        at("2026-04-19T12:00:00Z");
        assertThat(only().sentence(Locale.ENGLISH)).contains("on 20 April 2026, tomorrow");
        at("2026-04-20T08:59:00Z");
        assertThat(only().kind()).isEqualTo(Kind.AUTHORIZATION_ENDS);
        assertThat(only().sentence(Locale.ENGLISH)).contains("ends today");
    }

    @Test
    void anEndedConsentSaysEachDayHowLongAndOfWhenItsLastLineIs() throws Exception {
        read(account(null, ENDS, null));

        at("2026-04-20T09:00:00Z");
        assertThat(only().kind()).isEqualTo(Kind.AUTHORIZATION_ENDED);
        assertThat(only().gravity()).isEqualTo(Gravity.STOPPED);
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("Ponto has no longer access")
                .contains("ended today");
        at("2026-04-23T12:00:00Z");
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("ended 3 days ago")
                .contains("Its last transaction is of 9 March 2026.")
                .contains("needs to be authorized again");
        assertThat(only().since()).isEqualTo(ENDS);
        assertThat(journal.renew(anna, account(Lines.CURRENT).id(), BACK).getPath())
                .isEqualTo("/renew/feed-current");
    }

    @Test
    void aConsentThatTheBankTookBackEarlyHasEnded() throws Exception {
        read(account("2026-03-10T07:00:00Z", ENDS, "authorizationInvalid"));

        assertThat(only().kind()).isEqualTo(Kind.AUTHORIZATION_ENDED);
        assertThat(only().sentence(Locale.ENGLISH)).contains("the bank refuses the authorization");

        fake.share(account(null, ENDS, null));
        journal.synchronize(anna);
        assertThat(journal.notices(anna)).isEmpty();
    }

    @Test
    void anEndedConsentIsSaidInTheLanguageOfWhoeverReads() throws Exception {
        read(account(null, ENDS, null));
        at("2026-04-23T12:00:00Z");

        assertThat(only().sentence(Locale.forLanguageTag("nl")))
                .contains("Ponto heeft geen toegang meer tot rekening Current")
                .contains("de toestemming bij de bank is 3 dagen geleden afgelopen.")
                .contains("In de 30 dagen daarvoor")
                .contains("De laatste verrichting is van 9 maart 2026.")
                .endsWith("Voor de rekening moet opnieuw toestemming worden gegeven.");
        assertThat(only().sentences().get(0).code()).isEqualTo(SentenceCode.CONSENT_ENDED);
    }

    @Test
    void whatTheProviderSaysOfABrokenLinkIsQuoted() throws Exception {
        read(account(null, null, null));
        fake.failNext(new BankFeedException.ReconnectRequired("The token was revoked", "r-7", null));
        journal.synchronize(anna);

        assertThat(only().sentence(Locale.GERMAN))
                .startsWith("Es gibt ein Problem mit der Verbindung zu Ponto")
                .contains("Der Anbieter lehnt die Verbindung ab: „The token was revoked.“")
                .endsWith("Nennen Sie die Request-ID r-7.");
    }

    @Test
    void aBrokenLinkNamesSupportAndTheRequestAndLeavesTheRestToItsFields() throws Exception {
        read(account(null, null, null));
        fake.failNext(new BankFeedException.ReconnectRequired("The token was revoked", "r-7", null));
        journal.synchronize(anna);

        assertThat(only().kind()).isEqualTo(Kind.CONNECTION_BROKEN);
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("problem with the connection to Ponto")
                .contains("Ponto’s support")
                .contains("name the request id r-7")
                .doesNotContain("(request id")
                .doesNotContain("since")
                .doesNotContain("administrator")
                .doesNotContain("Current");
        assertThat(only().since()).isEqualTo(Instant.parse("2026-03-10T09:00:00Z"));
        assertThat(only().affected()).containsExactly(account(Lines.CURRENT).id());
    }

    @Test
    void aLinkWithoutAnAccountAsksToActivateOne() throws Exception {
        link();

        assertThat(only().kind()).isEqualTo(Kind.NO_ACCOUNTS);
        assertThat(only().sentence(Locale.ENGLISH))
                .startsWith("Ponto is connected")
                .contains("are activated at Ponto");
    }

    @Test
    void anAccountNoLongerSharedSaysOfWhenItsLastLineIs() throws Exception {
        read(account(null, null, null));
        shareSavings();
        fake.unshare(CURRENT);
        journal.synchronize(anna);

        assertThat(only().sentence(Locale.ENGLISH))
                .contains("no longer shared by Ponto.")
                .contains("Its last transaction is of 9 March 2026.");
    }

    @Test
    void maintenanceSaysWhoseAndUntilWhen() throws Exception {
        maintenance(Maintenance.BANK);
        read(Lines.account(CURRENT.value(), Lines.CURRENT, Availability.READ_ONLY, null));
        assertThat(only().gravity()).isEqualTo(Gravity.CALM);
        assertThat(only().sentence(Locale.ENGLISH))
                .startsWith("The bank of account Current")
                .contains("until 10 March 2026 at 13:00");

        maintenance(Maintenance.PROVIDER);
        journal.synchronize(anna);
        assertThat(only().sentence(Locale.ENGLISH)).startsWith("Ponto is working");
    }

    @Test
    void anAccountThatWasNotAskedForTwoWindowsIsSilent() throws Exception {
        read(account("2026-03-01T06:00:00Z", null, null));
        assertThat(journal.notices(anna)).as("a young link").isEmpty();

        at("2026-03-10T21:59:00Z");
        assertThat(journal.notices(anna)).as("the second window is not over").isEmpty();
        at("2026-03-10T22:01:00Z");
        assertThat(only().kind()).isEqualTo(Kind.SILENT);
        assertThat(only().account()).isEqualTo(account(Lines.CURRENT).id());
        assertThat(only().sentence(Locale.ENGLISH)).contains("did not ask the bank");

        fake.share(account("2026-03-10T19:05:00Z", null, null));
        at("2026-03-10T22:02:00Z");
        assertThat(journal.notices(anna)).isEmpty();
    }

    @Test
    void whatIsExplainedIsNotSilent() throws Exception {
        read(account("2026-03-01T06:00:00Z", null, "bankBusy"));

        at("2026-03-12T12:00:00Z");
        assertThat(only().kind()).isEqualTo(Kind.BANK_FAILS);
    }

    @Test
    void aLinkThatNobodyCouldReadIsSilent() throws Exception {
        read(account("2026-03-10T19:05:00Z", null, null));
        clock.forward(Duration.ofHours(13));
        assertThat(journal.notices(anna)).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        fake.failNext(new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), null, null));
        journal.synchronize(anna);

        assertThat(only().kind()).isEqualTo(Kind.SILENT);
        assertThat(only().account()).isNull();
        assertThat(only().sentence(Locale.ENGLISH))
                .contains("Nothing was read from Ponto")
                .contains("Busy.");
        journal.synchronize(anna);
        assertThat(journal.notices(anna)).isEmpty();
    }

    // ---- so that it reads

    private Notice only() {
        List<Notice> notices = journal.notices(anna);
        assertThat(notices).hasSize(1);
        return notices.get(0);
    }

    private void at(String moment) {
        clock.forward(Duration.between(clock.instant(), Instant.parse(moment)));
        journal.synchronize(anna);
    }

    private void link() throws Exception {
        var visit = (ConnectStep.Visit) journal.connect(anna, "ponto", BACK, Locale.ENGLISH);
        String state = visit.page().getQuery().substring("state=".length());
        journal.returned(anna, new ConnectReturn(state, "code-1", null));
    }

    private void read(FeedAccount account) throws Exception {
        fake.share(account);
        bring(line("t1", "2026-03-07", "1", "x"), line("t2", "2026-03-08", "2", "x"));
        bring(line("t3", "2026-03-09", "3", "x"));
        link();
        journal.synchronize(anna);
    }

    private void maintenance(Maintenance whose) {
        fake.institution(
                CURRENT,
                new FeedInstitution(
                        "bank-1",
                        "Test Bank",
                        ZoneId.of("Europe/Brussels"),
                        false,
                        null,
                        null,
                        whose,
                        null,
                        Instant.parse("2026-03-10T12:00:00Z")));
    }

    /** Never silent unless it is said when the bank was asked. */
    private static FeedAccount account(@Nullable String asked, @Nullable Instant ends, @Nullable String failure) {
        FeedAccount plain = Lines.account(CURRENT.value(), Lines.CURRENT, Availability.AVAILABLE, ends);
        return ToldAccount.like(plain)
                .synchronizedAt(Instant.parse(asked == null ? "2027-01-01T00:00:00Z" : asked))
                .lastFailure(failure)
                .told();
    }
}
