package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ReconnectReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However a link comes back, no line is doubled, none is lost, and each stays the one to which a match belongs; on
 * whatever database.
 */
abstract class ReturnContract extends JournalHarness {

    private static final FeedAccountId ANEW = new FeedAccountId("feed-current-2");

    /** How a link comes back. */
    enum Way {
        RENEWAL,
        RENEWAL_OF_A_BROKEN_LINK,
        RELINK_UNDER_THE_SAME_IDS,
        RELINK_UNDER_OTHER_IDS,
        REAUTHORIZATION,
        OTHER_ACCOUNT_ID_WITH_THE_SAME_LINE_IDS,
        OTHER_ACCOUNT_ID,
        ACCOUNT_REMOVED_AND_ADDED_AGAIN,
        ACCOUNT_REMOVED_AND_ADDED_UNDER_ANOTHER_ID
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nothingIsDoubledNothingIsLostAndNoMatchLosesItsLine(Way way) throws Exception {
        known();
        List<JournalEntry> before = log();
        clock.forward(Duration.ofDays(2));

        comeBack(way);
        clock.forward(Duration.ofHours(1));
        synchronize();
        synchronize();

        assertThat(log()).startsWith(before.toArray(JournalEntry[]::new)).hasSize(before.size() + 1);
        assertThat(text(log().get(before.size()).transaction())).isEqualTo("came meanwhile");
        assertThat(listed()).hasSize(before.size() + 1).doesNotHaveDuplicates();
        assertThat(journal.doubts(anna)).isEmpty();
        assertThat(journal.notices(anna)).extracting(Notice::kind).doesNotContain(Notice.Kind.DOUBTFUL_LINES);
        journal.lastReconnect(anna, journal.connections(anna).get(0).id()).ifPresent(ReturnContract::assertHarmless);
        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(before.size() + 1L);
        store.checkAuditLog(anna.company());
    }

    @Test
    void aKillAtAnyPageOfTheReturnDoublesAndLosesNothing() throws Exception {
        known();
        List<JournalEntry> before = log();
        anew("n");
        for (int kill = 1; kill <= 4; kill++) {
            int at = kill;
            feed.beforeEachPage((account, number) -> {
                if (number == at) {
                    throw new KillableFeed.Killed();
                }
            });
            try {
                synchronize();
            } catch (KillableFeed.Killed e) {
                journal = started(feed);
            }
        }
        feed.beforeEachPage(null);
        synchronize();

        assertThat(log()).startsWith(before.toArray(JournalEntry[]::new)).hasSize(before.size() + 1);
        assertHarmless(
                journal.lastReconnect(anna, journal.connections(anna).get(0).id())
                        .orElseThrow());
    }

    @Test
    void aProviderThatIsAwayWhileTheLinkComesBackDelaysAndLosesNothing() throws Exception {
        known();
        int before = log().size();
        String state = setOut(anna);
        fake.failNext(new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), null, null));
        assertThatThrownBy(() -> journal.returned(anna, new org.bankfeed.journal.ConnectReturn(state, "code-1", null)))
                .isInstanceOf(org.bankfeed.journal.JournalException.class);
        bring(line("t9", "2026-03-11", "9", "came meanwhile"));
        synchronize();
        assertThat(log()).as("the link of before reads on").hasSize(before + 1);
    }

    private void known() throws Exception {
        shareCurrent();
        bring(lines("t"));
        link(anna);
        synchronize();
    }

    /** Twins among them, and a day with two equal amounts of other texts. */
    private static FeedLine[] lines(String prefix) {
        return new FeedLine[] {
            line(prefix + "1", "2026-02-01", "5", "twin"),
            line(prefix + "2", "2026-02-01", "5", "twin"),
            line(prefix + "3", "2026-02-02", "7", "one"),
            line(prefix + "4", "2026-02-02", "7", "another"),
            line(prefix + "5", "2026-02-03", "-3", "costs"),
            line(prefix + "6", "2026-02-04", "5", "twin"),
            line(prefix + "7", "2026-02-09", "1", "last")
        };
    }

    private void comeBack(Way way) throws Exception {
        switch (way) {
            case RENEWAL -> {
                meanwhile(CURRENT);
                link(anna);
            }
            case RENEWAL_OF_A_BROKEN_LINK -> {
                fake.failNext(new BankFeedException.ReconnectRequired("revoked", "r-7", null));
                synchronize();
                meanwhile(CURRENT);
                link(anna);
            }
            case RELINK_UNDER_THE_SAME_IDS -> {
                journal.disconnect(anna, journal.connections(anna).get(0).id());
                meanwhile(CURRENT);
                link(anna);
            }
            case RELINK_UNDER_OTHER_IDS -> {
                journal.disconnect(anna, journal.connections(anna).get(0).id());
                anew("n");
                link(anna);
            }
            case REAUTHORIZATION -> {
                meanwhile(CURRENT);
                fake.share(authorizedNow());
            }
            case OTHER_ACCOUNT_ID_WITH_THE_SAME_LINE_IDS -> anew("t");
            case OTHER_ACCOUNT_ID -> anew("n");
            case ACCOUNT_REMOVED_AND_ADDED_AGAIN -> {
                fake.unshare(CURRENT);
                synchronize();
                meanwhile(CURRENT);
                shareCurrent();
            }
            case ACCOUNT_REMOVED_AND_ADDED_UNDER_ANOTHER_ID -> {
                fake.unshare(CURRENT);
                synchronize();
                anew("n");
            }
        }
    }

    private void anew(String prefix) {
        fake.unshare(CURRENT);
        fake.share(Lines.account(ANEW.value(), Lines.CURRENT));
        List<FeedLine> all = new ArrayList<>(List.of(lines(prefix)));
        all.forEach(line -> fake.bring(ANEW, line));
        meanwhile(ANEW);
    }

    private void meanwhile(FeedAccountId account) {
        fake.bring(account, line("m", "2026-03-11", "9", "came meanwhile"));
    }

    private FeedAccount authorizedNow() {
        FeedAccount plain = Lines.account(CURRENT.value(), Lines.CURRENT);
        return ToldAccount.like(plain)
                .synchronizedAt(clock.instant())
                .authorizedAt(clock.instant())
                .authorizationEnds(clock.instant().plus(Duration.ofDays(180)))
                .told();
    }

    private static void assertHarmless(ReconnectReceipt receipt) {
        assertThat(receipt.complete()).isTrue();
        assertThat(receipt.doubled()).as("doubled").isZero();
        assertThat(receipt.lost()).as("lost").isZero();
        assertThat(receipt.doubtful()).as("doubtful").isZero();
        assertThat(receipt.filled()).as("filled").isEqualTo(1);
    }

    private static String text(BankTransaction transaction) {
        FeedTransaction line = transaction.line();
        return line == null ? "" : String.valueOf(line.remittance());
    }
}
