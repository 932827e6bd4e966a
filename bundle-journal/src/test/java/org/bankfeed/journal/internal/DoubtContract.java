package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.BankTransaction.State;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.DoubtfulLine.Decision;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.TransactionId;
import org.junit.jupiter.api.Test;

/** What becomes of lines that are like known ones without being equal, on whatever database. */
abstract class DoubtContract extends JournalHarness {

    private static final FeedAccountId ANEW = new FeedAccountId("feed-current-2");
    private static final FeedAccountId ONCE_MORE = new FeedAccountId("feed-current-3");

    @Test
    void aLineThatIsOnlyLikeAKnownOneWaitsAndPaysNothing() throws Exception {
        inDoubt();

        assertThat(told()).containsExactly("NEW a1", "NEW a2", "NEW b3");
        assertThat(kept("b2").state()).isEqualTo(State.DOUBTFUL);
        assertThat(listed()).contains("b2");
        DoubtfulLine doubt = only();
        assertThat(doubt.line()).isEqualTo(kept("b2"));
        assertThat(doubt.candidates()).containsExactly(kept("a2"));
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.account()).isEqualTo(account(Lines.CURRENT).id());
            assertThat(notice.sentence(Locale.ENGLISH)).startsWith("One line").doesNotContain(Lines.CURRENT);
        });
        synchronize();
        assertThat(told()).hasSize(3);
    }

    @Test
    void aLineThatIsSaidToBeNewEntersTheBooks() throws Exception {
        inDoubt();
        journal.isNew(anna, id("b2"));

        assertThat(told()).hasSize(4).endsWith("NEW b2");
        assertThat(kept("b2").state()).isEqualTo(State.BOOKED);
        assertThat(journal.doubts(anna)).isEmpty();
        assertThat(notices()).isEmpty();
        journal.isNew(anna, id("b2"));
        synchronize();
        assertThat(told()).hasSize(4);
        store.checkAuditLog(anna.company());
    }

    @Test
    void thatALineIsNewCanBeTakenBack() throws Exception {
        inDoubt();
        journal.isNew(anna, id("b2"));
        assertThat(journal.saidNew(anna)).singleElement().satisfies(line -> {
            assertThat(line.line().id()).isEqualTo(id("b2"));
            assertThat(line.candidates()).containsExactly(kept("a2"));
        });

        journal.isSame(anna, id("b2"), id("a2"));

        assertThat(journal.saidNew(anna)).isEmpty();
        assertThat(told()).containsExactly("NEW a1", "NEW a2", "NEW b3");
        assertThat(listed()).containsExactlyInAnyOrder("a1", "a2", "b3");
        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(3);
        synchronize();
        assertThat(told()).as("it does not come again").hasSize(3);
        journal.isNew(anna, id("b2"));
        assertThat(told()).hasSize(4).contains("NEW b2");
        clock.forward(Duration.ofDays(91));
        assertThat(journal.saidNew(anna)).isEmpty();
        store.checkAuditLog(anna.company());
    }

    @Test
    void allLinesOfAnAccountThatTheBankRewordedAreSaidToBeTheSameAtOnce() throws Exception {
        reworded();
        AccountId account = account(Lines.CURRENT).id();
        assertThat(DoubtfulLine.clear(journal.doubts(anna))).hasSize(2);
        fails(Reason.NOT_POSSIBLE, () -> journal.decideAll(anna, account, Decision.SAME, 4));
        assertThat(journal.doubts(anna)).as("nothing was done").hasSize(4);

        journal.decideAll(anna, account, Decision.SAME, 2);

        assertThat(journal.doubts(anna))
                .extracting(doubt -> doubt.line().id().feedId())
                .containsExactly("b3", "b4");
        assertThat(told()).hasSize(4);
        store.checkAuditLog(anna.company());
    }

    @Test
    void allLinesOfAnAccountAreSaidToBeNewAtOnce() throws Exception {
        reworded();
        AccountId account = account(Lines.CURRENT).id();

        journal.decideAll(anna, account, Decision.NEW, 4);

        assertThat(journal.doubts(anna)).isEmpty();
        assertThat(told()).hasSize(8).endsWith("NEW b1", "NEW b2", "NEW b3", "NEW b4");
        fails(Reason.NOT_FOUND, () -> journal.decideAll(anna, new AccountId("none"), Decision.NEW, 0));
        assertThatThrownBy(
                        () -> journal.decideAll(person("vic", anna.company(), Role.VIEWER), account, Decision.NEW, 0))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** Four lines that come again in other words, two of them of one day and amount. */
    private void reworded() throws Exception {
        known(
                line("a1", "2026-02-01", "1", "one"),
                line("a2", "2026-02-02", "2", "two"),
                line("a3", "2026-02-03", "3", "three"),
                line("a4", "2026-02-03", "3", "four"));
        anew(
                line("b1", "2026-02-01", "1", "reworded one"),
                line("b2", "2026-02-02", "2", "reworded two"),
                line("b3", "2026-02-03", "3", "reworded three"),
                line("b4", "2026-02-03", "3", "reworded four"));
        synchronize();
    }

    @Test
    void aLineThatIsSaidToBeTheSameIsShownNoMoreAndIsAnIdOfTheKnownOne() throws Exception {
        inDoubt();
        journal.isSame(anna, id("b2"), id("a2"));

        assertThat(listed()).containsExactlyInAnyOrder("a1", "a2", "b3");
        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(3);
        assertThat(journal.doubts(anna)).isEmpty();
        synchronize();
        assertThat(told()).as("it does not come again").hasSize(3);
        fake.bring(ANEW, line("b2", "2026-02-02", "7", "the bank says it otherwise now"));
        synchronize();
        assertThat(told()).hasSize(4).endsWith("CHANGED a2");
        store.checkAuditLog(anna.company());
    }

    @Test
    void thatALineIsTheSameCanBeTakenBack() throws Exception {
        inDoubt();
        BankTransaction before = kept("b2");
        journal.isSame(anna, id("b2"), id("a2"));
        journal.isNew(anna, id("b2"));

        assertThat(told()).containsExactly("NEW a1", "NEW a2", "NEW b3", "NEW b2");
        assertThat(kept("b2").line()).isEqualTo(before.line());
        assertThat(kept("b2").arrivedAt()).isEqualTo(before.arrivedAt());
        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(4);
        fake.bring(ANEW, line("b2", "2026-02-02", "7", "changed"));
        synchronize();
        assertThat(told()).endsWith("CHANGED b2");
    }

    @Test
    void ofTwoThatMayBeTheSameTheOtherIsNewOnceOneIsDecided() throws Exception {
        known(line("a1", "2026-02-02", "7", "one text"));
        anew(line("b1", "2026-02-02", "7", "second text"), line("b2", "2026-02-02", "7", "third text"));
        assertThat(journal.doubts(anna)).hasSize(2);
        assertThat(notices()).singleElement().satisfies(n -> assertThat(n.sentence(Locale.ENGLISH))
                .startsWith("2 lines"));

        journal.isSame(anna, id("b1"), id("a1"));
        assertThat(journal.doubts(anna)).isEmpty();
        assertThat(told()).containsExactly("NEW a1", "NEW b2");
    }

    @Test
    void theLikeliestCandidateComesFirst() throws Exception {
        known(
                line("a1", "2026-02-02", "7", "of somebody else"),
                ended("a2", "order 17"),
                line("a3", "2026-02-02", "8", "order 17"));
        anew(ended("b1", "ORDER 17 of March"));

        assertThat(only().candidates()).containsExactly(kept("a2"), kept("a1"));
        assertThat(told()).hasSize(3);
    }

    @Test
    void anEqualLineOnAnOlderPageGoesBeforeOneThatIsOnlyAlike() throws Exception {
        known(line("a1", "2026-02-02", "7", "one text"));
        anew(
                line("b1", "2026-02-02", "7", "one text"),
                line("b2", "2026-02-02", "1", "x"),
                line("b3", "2026-02-02", "2", "x"),
                line("b4", "2026-02-02", "3", "x"),
                line("b5", "2026-02-02", "7", "another text"));

        assertThat(journal.doubts(anna)).isEmpty();
        assertThat(listed()).hasSize(5).doesNotContain("b1");
        assertThat(told()).hasSize(5);
    }

    @Test
    void nothingIsDecidedWhileTheAccountIsStillBeingRead() throws Exception {
        known(line("a1", "2026-02-02", "7", "one text"));
        feed.beforeEachPage((account, number) -> {
            if (number == 2) {
                throw new org.bankfeed.feed.BankFeedException.Unavailable(
                        "Busy.", java.time.Duration.ofSeconds(1), null, null);
            }
        });
        anew(
                line("b1", "2026-02-02", "7", "one text"),
                line("b2", "2026-02-02", "1", "x"),
                line("b3", "2026-02-02", "2", "x"),
                line("b4", "2026-02-02", "3", "x"),
                line("b5", "2026-02-02", "7", "another text"));

        assertThat(kept("b5").state()).isEqualTo(State.DOUBTFUL);
        assertThat(journal.doubts(anna)).isEmpty();
        assertThat(notices()).isEmpty();
        fails(Reason.NOT_POSSIBLE, () -> journal.isSame(anna, id("b5"), id("a1")));
        fails(Reason.NOT_POSSIBLE, () -> journal.isNew(anna, id("b5")));
        feed.beforeEachPage(null);
        synchronize();
        assertThat(kept("b5").state()).isEqualTo(State.BOOKED);
        assertThat(told()).hasSize(5);
    }

    @Test
    void whatAPersonSaidOfAWordingHoldsOverTheNextReturn() throws Exception {
        inDoubt();
        journal.isSame(anna, id("b2"), id("a2"));
        again("c", "another text");
        assertThat(listed()).containsExactlyInAnyOrder("a1", "a2", "b3");
        assertThat(journal.doubts(anna)).isEmpty();

        journal.isNew(anna, id("b2"));
        assertThat(told()).hasSize(4).endsWith("NEW b2");
        fake.bring(ONCE_MORE, line("c2", "2026-02-02", "7", "the bank says it otherwise now"));
        synchronize();
        assertThat(listed()).hasSize(4);
        assertThat(told()).hasSize(5).endsWith("CHANGED b2");
    }

    @Test
    void aNewWordingOfADecidedLineIsInDoubtAgain() throws Exception {
        inDoubt();
        journal.isSame(anna, id("b2"), id("a2"));
        again("c", "a third text");

        assertThat(only().candidates()).containsExactly(kept("a2"));
    }

    @Test
    void aLineThatCameEqualToOneInDoubtFollowsIt() throws Exception {
        inDoubt();
        again("c", "another text");
        assertThat(only().line()).isEqualTo(kept("b2"));
        journal.isSame(anna, id("b2"), id("a2"));
        fake.bring(ONCE_MORE, line("c2", "2026-02-02", "7", "the bank says it otherwise now"));
        synchronize();
        assertThat(told()).hasSize(4).endsWith("CHANGED a2");

        journal.isNew(anna, id("b2"));
        fake.bring(ONCE_MORE, line("c2", "2026-02-02", "7", "and once more"));
        synchronize();
        assertThat(told()).hasSize(6).endsWith("NEW b2", "CHANGED b2");
    }

    @Test
    void aTextThatChangesAndALineThatBecomesReadableStayInDoubt() throws Exception {
        known(line("a1", "2026-02-01", "5", "x"), line("a2", "2026-02-02", "7", "one text"));
        anew(line("b1", "2026-02-01", "5", "other"), Lines.unreadable("b2", "{}"));
        assertThat(journal.doubts(anna)).hasSize(1);
        fake.bring(ANEW, line("b1", "2026-02-01", "5", "changed"));
        fake.learnToRead("{}", line("b2", "2026-02-02", "7", "another text"));
        synchronize();

        assertThat(journal.doubts(anna)).hasSize(2);
        assertThat(told()).hasSize(2);
    }

    @Test
    void balancesAreToldWithoutWhatIsInDoubt() throws Exception {
        inDoubt();
        var account = account(Lines.CURRENT).id();
        var before = LocalDate.parse("2026-02-01");
        var days = journal.balances(anna, account, before, LocalDate.parse("2026-02-03"));

        assertThat(days.get(0).amount().toString())
                .as("100 now; 7 of a2 and 9 of b3 came since")
                .startsWith("84.00");
        journal.isNew(anna, id("b2"));
        assertThat(journal.balances(anna, account, before, before)
                        .get(0)
                        .amount()
                        .toString())
                .startsWith("77.00");
    }

    @Test
    void lateLinesAreComparedToo() throws Exception {
        known(line("a1", "2026-02-02", "7", "one text"));
        anew();
        fake.bring(ANEW, line("b1", "2026-02-02", "7", "another text"));
        synchronize();

        assertThat(only().candidates()).containsExactly(kept("a1"));
        assertThat(told()).hasSize(1);
    }

    @Test
    void onlyABookkeeperOfTheCompanyDecidesAndOnlyWhatIsInDoubt() throws Exception {
        inDoubt();
        assertThatThrownBy(() -> journal.isNew(person("otto", anna.company(), Role.ADMINISTRATOR), id("b2")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(journal.doubts(newCompany("bob"))).isEmpty();
        fails(Reason.NOT_FOUND, () -> journal.isNew(newCompany("bob"), id("b2")));
        fails(Reason.NOT_FOUND, () -> journal.isNew(anna, id("none")));
        fails(Reason.NOT_POSSIBLE, () -> journal.isNew(anna, id("a1")));
        fails(Reason.NOT_FOUND, () -> journal.isSame(anna, id("b2"), id("none")));
        fails(Reason.NOT_POSSIBLE, () -> journal.isSame(anna, id("b2"), id("a1")));
        assertThat(journal.doubts(anna)).hasSize(1);
    }

    /** Known a1 and a2; then under another id b1, equal to a1, b2, only like a2, and b3, new. */
    private void inDoubt() throws Exception {
        known(line("a1", "2026-02-01", "5", "twin"), line("a2", "2026-02-02", "7", "one text"));
        anew(
                line("b1", "2026-02-01", "5", "twin"),
                line("b2", "2026-02-02", "7", "another text"),
                line("b3", "2026-02-03", "9", "new"));
    }

    private void known(FeedLine... lines) throws Exception {
        shareCurrent();
        bring(lines);
        link(anna);
        synchronize();
    }

    private void anew(FeedLine... lines) {
        fake.unshare(CURRENT);
        fake.share(Lines.account(ANEW.value(), Lines.CURRENT));
        for (FeedLine line : lines) {
            fake.bring(ANEW, line);
        }
        synchronize();
    }

    /** Under a third id all comes once more, the second line with that text. */
    private void again(String prefix, String text) {
        fake.unshare(ANEW);
        fake.share(Lines.account(ONCE_MORE.value(), Lines.CURRENT));
        fake.bring(ONCE_MORE, line(prefix + "1", "2026-02-01", "5", "twin"));
        fake.bring(ONCE_MORE, line(prefix + "2", "2026-02-02", "7", text));
        fake.bring(ONCE_MORE, line(prefix + "3", "2026-02-03", "9", "new"));
        synchronize();
    }

    /** A line of another payer with an end-to-end id. */
    private static FeedLine ended(String id, String text) {
        FeedTransaction plain = Lines.transaction(id, "2026-02-02", "7", text);
        return new FeedLine.Readable(
                new FeedTransaction(
                        id,
                        plain.amount(),
                        plain.executionDate(),
                        plain.valueDate(),
                        "Bloemist",
                        "BE68539007547034",
                        text,
                        plain.remittanceType(),
                        null,
                        null,
                        null,
                        "E2E-17",
                        null,
                        null,
                        null,
                        null),
                "{\"id\":\"" + id + "\"}");
    }

    private TransactionId id(String feedId) {
        return new TransactionId(account(Lines.CURRENT).id(), feedId);
    }

    private BankTransaction kept(String feedId) {
        return journal.transaction(anna, id(feedId)).orElseThrow();
    }

    private DoubtfulLine only() {
        List<DoubtfulLine> doubts = journal.doubts(anna);
        assertThat(doubts).hasSize(1);
        return doubts.get(0);
    }

    private List<Notice> notices() {
        return journal.notices(anna).stream()
                .filter(notice -> notice.kind() == Notice.Kind.DOUBTFUL_LINES)
                .toList();
    }

    private static void fails(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
