package org.bankfeed.benchmarks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.Cause;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.simulator.Truth;
import org.bankfeed.simulator.Truth.Outcome;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checks of a year find what is not so, and are silent where all is well. */
class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String IBAN = "BE80001000000177";
    private static final ConnectionId LINK = new ConnectionId("l1");
    private static final AccountId ACCOUNT = new AccountId("a1");

    private final YearClock clock = new YearClock(NOW);
    private final Findings findings = new Findings(clock, World.ZONE);
    private final StateChecks states = new StateChecks(findings);
    private final WarningChecks warnings = new WarningChecks(findings);
    private final List<Notice> notices = new ArrayList<>();

    // ---- what is true, and what is shown

    private static Truth truth(boolean linked, boolean blocked, Truth.Account... accounts) {
        return new Truth(NOW, List.of(new Truth.Organization("o1", "Ours", linked, blocked, true)), List.of(accounts));
    }

    private static Truth.Account account(boolean shared, boolean readOnly, Outcome last) {
        Instant ends = NOW.plus(Duration.ofDays(100));
        return new Truth.Account("p1", "o1", IBAN, "EUR", shared, false, readOnly, NOW, ends, last);
    }

    private static final Truth WELL = truth(true, false, account(true, false, Outcome.SUCCESS));

    private Shown shown(State state, @Nullable Cause cause, int daysLeft) {
        Connection link = new Connection(
                LINK,
                "ponto",
                state,
                new Organization("o1", "Ours"),
                NOW,
                NOW,
                cause == null ? null : Sentence.quoted("why"),
                cause);
        Account account = new Account(
                ACCOUNT,
                LINK,
                AccountReference.iban(IBAN),
                Currency.getInstance("EUR"),
                "Current",
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
                NOW,
                NOW,
                clock.instant().plus(Duration.ofDays(daysLeft)),
                null);
        return new Shown(List.of(link), List.of(account), notices);
    }

    private Shown connected() {
        return shown(State.CONNECTED, null, 100);
    }

    private void notice(Kind kind) {
        notices.add(new Notice(kind, NOW, FakeBankJournal.saying(kind.name()), LINK, ACCOUNT));
    }

    private void finds(String part) {
        assertThat(findings.all()).singleElement().asString().contains(part);
    }

    // ---- states

    @Test
    void allIsWell() {
        states.check(WELL, connected(), false, false);
        warnings.look(connected(), NOW);
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aBlockedOrganizationMustNotLookConnected() {
        states.check(truth(true, true), connected(), false, false);
        finds("the organization is blocked, and the link is shown as connected");
    }

    @Test
    void anEndedIntegrationMustNotLookConnected() {
        states.check(truth(false, false), connected(), false, false);
        finds("the integration was ended, and the link is shown as connected");
    }

    @Test
    void aLinkThatIsWellMustNotLookBroken() {
        states.check(WELL, shown(State.BROKEN, Cause.REFUSED, 100), false, false);
        finds("nothing is wrong with it");
    }

    @Test
    void aLinkThatWasRefusedRightlyStaysBrokenUntilSomebodyLinksAnew() {
        states.check(truth(false, false), shown(State.BROKEN, Cause.REFUSED, 100), false, false);
        states.check(WELL, shown(State.BROKEN, Cause.REFUSED, 100), false, false);
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aBlockThatIsOverMustNotStay() {
        states.check(truth(true, true), shown(State.BROKEN, Cause.BLOCKED, 100), false, false);
        states.check(WELL, shown(State.BROKEN, Cause.BLOCKED, 100), false, false);
        finds("nothing is wrong with it");
    }

    @Test
    void aTokenThatMayBeLostIsAReason() {
        states.check(WELL, shown(State.BROKEN, Cause.REFUSED, 100), true, false);
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void eachLayerIsToldWhereItIsSo() {
        states.check(truth(true, false, account(false, false, Outcome.NONE)), connected(), false, false);
        finds("no account is shared, and nothing says so");
    }

    @Test
    void maintenanceIsTold() {
        states.check(truth(true, false, account(true, true, Outcome.SUCCESS)), connected(), false, false);
        finds("is read-only, and not shown so");
    }

    @Test
    void aConsentThatWasTakenBackIsTold() {
        states.check(truth(true, false, account(true, false, Outcome.CONSENT)), connected(), false, false);
        finds("was taken back by its bank, and nothing says so");
    }

    @Test
    void noticesThatAreNotSoAreFound() {
        for (Kind kind : List.of(
                Kind.ACCOUNT_NOT_SHARED,
                Kind.READ_ONLY,
                Kind.AUTHORIZATION_ENDED,
                Kind.BANK_FAILS,
                Kind.SILENT,
                Kind.NO_ACCOUNTS,
                Kind.ONBOARDING_INCOMPLETE,
                Kind.UNREADABLE_LINES,
                Kind.COUNT_DIFFERS,
                Kind.DOUBTFUL_LINES,
                Kind.OTHER_ORGANIZATION)) {
            Findings own = new Findings(clock, World.ZONE);
            notices.clear();
            notice(kind);
            new StateChecks(own).check(WELL, connected(), false, false);
            assertThat(own.all()).as(kind.name()).hasSize(1);
        }
    }

    // ---- warnings

    @Test
    void anEndIsTold30DaysBeforeAndNoDayLater() {
        warnings.look(shown(State.CONNECTED, null, 31), NOW);
        assertThat(findings.all()).isEmpty();
        warnings.look(shown(State.CONNECTED, null, 30), NOW);
        finds("a consent ends in 30 days, and nothing says so");
    }

    @Test
    void aWarningThatComesTooEarlyIsFound() {
        notice(Kind.AUTHORIZATION_ENDS);
        warnings.look(shown(State.CONNECTED, null, 31), NOW);
        finds("told too early");
    }

    @Test
    void theLastWeekIsUrgent() {
        notice(Kind.AUTHORIZATION_ENDS); // a warning by its nature
        warnings.look(shown(State.CONNECTED, null, 8), NOW);
        assertThat(findings.all()).isEmpty();
        warnings.look(shown(State.CONNECTED, null, 7), NOW);
        finds("a consent ends in 7 days, and is told as WARNING");
    }

    @Test
    void anEndThatNobodyWasToldOfIsFound() {
        Shown before = shown(State.CONNECTED, null, 2);
        warnings.look(before, NOW);
        clock.forward(Duration.ofDays(3));
        warnings.look(before, clock.instant());
        assertThat(findings.all()).anySatisfy(found -> assertThat(found).contains("ended unannounced"));
    }

    @Test
    void whoseConsentTheBankTookBackBeforeWasToldMoreThanItsEnd() {
        Shown before = shown(State.CONNECTED, null, 2);
        notice(Kind.AUTHORIZATION_ENDED);
        warnings.look(before, NOW);
        notices.clear();
        clock.forward(Duration.ofDays(3));
        warnings.look(before, clock.instant());
        assertThat(findings.all()).isEmpty();
    }

    // ---- lines

    @Test
    void anAccountWasNotReadWellWhereItsLinkHadTroubleWithAnother() {
        Shown well = shown(State.CONNECTED, null, 100);
        Account account = well.accounts().get(0);
        Connection troubled = new Connection(
                LINK,
                "ponto",
                State.CONNECTED,
                new Organization("o1", "Ours"),
                NOW,
                NOW,
                Sentence.quoted("Some could not be read."),
                null);

        assertThat(well.wasReadWell(account)).isTrue();
        assertThat(new Shown(List.of(troubled), well.accounts(), List.of()).wasReadWell(account))
                .isFalse();
    }

    // ---- logs

    @Test
    void aTokenInALogIsFoundAndWhatIsTooShortForOneIsNot() {
        String half = "Az09_-".repeat(7); // and one letter more is half a token
        assertThat(faultsOf("refused " + half + "x." + half + "y again"))
                .singleElement()
                .asString()
                .contains("a log holds a token or code: refused ");
        assertThat(faultsOf("refused " + half + "x." + half + " again")).isEmpty();
    }

    private static List<String> faultsOf(String logged) {
        Logs.capture();
        try (Logs logs = Logs.begin()) {
            System.err.println(logged);
            return logs.faults(List.of());
        } finally {
            System.setErr(Logs.real());
        }
    }
}
