package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.ReconnectReceipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a link that came back, on whatever database. */
abstract class ReconnectContract extends JournalHarness {

    private static final FeedAccountId ANEW = new FeedAccountId("feed-current-2");

    @Test
    void aFirstLinkHasNotReturned() throws Exception {
        readSeven();

        assertThat(journal.lastReconnect(anna, connection())).isEmpty();
    }

    @Test
    void aRenewedLinkTellsWhatFilledTheGap() throws Exception {
        readSeven();
        Instant lastRead = clock.instant();
        clock.forward(Duration.ofDays(2));
        fake.failNext(new BankFeedException.ReconnectRequired("revoked", "r-7", null));
        synchronize();
        bring(line("t8", "2026-03-11", "8", "later"), line("t9", "2026-03-12", "9", "later"));
        clock.forward(Duration.ofDays(1));

        link(anna);
        assertThat(receipt().complete()).isFalse();
        clock.forward(Duration.ofMinutes(1));
        synchronize();
        assertThat(receipt())
                .isEqualTo(new ReconnectReceipt(
                        connection(),
                        clock.instant().minus(Duration.ofMinutes(1)),
                        lastRead,
                        clock.instant(),
                        0,
                        0,
                        0,
                        2));

        bring(line("t10", "2026-03-13", "10", "another day"));
        synchronize();
        assertThat(receipt().filled()).as("is final").isEqualTo(2);
        assertThat(journal.lastReconnect(newCompany("bob"), connection())).isEmpty();
    }

    @Test
    void anotherReturnHasAReceiptOfItsOwn() throws Exception {
        readSeven();
        link(anna);
        bring(line("t8", "2026-03-11", "8", "later"));
        synchronize();
        assertThat(receipt().filled()).isEqualTo(1);
        clock.forward(Duration.ofDays(1));

        link(anna);
        synchronize();
        assertThat(receipt().filled()).isZero();
        assertThat(receipt().gapFrom()).isEqualTo(clock.instant().minus(Duration.ofDays(1)));
    }

    @Test
    void anAccountUnderANewIdDoublesNothingAndLosesNothing() throws Exception {
        shareCurrent();
        bring(
                line("a1", "2026-02-01", "5", "twin"),
                line("a2", "2026-02-01", "5", "twin"),
                line("a3", "2026-02-02", "7", "single"));
        link(anna);
        synchronize();

        anew();
        fake.bring(ANEW, line("b1", "2026-02-01", "5", "twin"));
        fake.bring(ANEW, line("b2", "2026-02-01", "5", "twin"));
        fake.bring(ANEW, line("b3", "2026-02-02", "7", "single"));
        fake.bring(ANEW, line("b4", "2026-02-02", "9", "new"));
        synchronize();

        assertNumbers(3, 0, 0, 1);
        assertThat(told()).containsExactly("NEW a1", "NEW a2", "NEW a3", "NEW b4");
    }

    @Test
    void whatIsInDoubtAndWhatDidNotComeAgainIsCounted() throws Exception {
        shareCurrent();
        bring(
                line("a1", "2026-02-01", "5", "twin"),
                line("a2", "2026-02-02", "7", "one text"),
                line("a3", "2026-02-03", "8", "gone"));
        link(anna);
        synchronize();

        anew();
        fake.bring(ANEW, line("b1", "2026-02-01", "5", "twin"));
        fake.bring(ANEW, line("b2", "2026-02-01", "5", "twin"));
        fake.bring(ANEW, line("b3", "2026-02-02", "7", "another text"));
        fake.bring(ANEW, line("b4", "2026-02-09", "1", "new"));
        synchronize();

        assertNumbers(1, 0, 1, 2);
        assertThat(receipt().doubtful()).as("doubtful").isEqualTo(1);
    }

    @Test
    void anUnlinkedAndRelinkedOrganizationIsTheSameConnection() throws Exception {
        readSeven();
        ConnectionId before = connection();
        journal.disconnect(anna, before);
        clock.forward(Duration.ofDays(1));
        anew();
        for (int i = 1; i <= 7; i++) {
            fake.bring(ANEW, line("n" + i, "2026-02-0" + i, "" + i, "text " + i));
        }

        assertThat(link(anna).id()).isEqualTo(before);
        synchronize();
        assertThat(journal.connections(anna)).hasSize(1);
        assertNumbers(7, 0, 0, 0);
        assertThat(told()).hasSize(7);
    }

    @Test
    void aConsentGivenAgainIsReckonedUpWhenTheBankWasAsked() throws Exception {
        Instant ends = Instant.parse("2026-03-11T09:00:00Z");
        fake.share(consented("2026-03-10T08:00:00Z", "2025-09-12T09:00:00Z", ends));
        bring(line("t1", "2026-03-09", "1", "x"));
        link(anna);
        synchronize();
        clock.forward(Duration.ofDays(5));
        synchronize();

        Instant later = Instant.parse("2026-09-11T09:00:00Z");
        fake.share(consented("2026-03-10T08:00:00Z", "2026-03-15T08:50:00Z", later));
        synchronize();
        assertThat(receipt().complete()).isFalse();
        fake.share(consented("2026-03-15T08:55:00Z", "2026-03-15T08:50:00Z", later));
        bring(line("t2", "2026-03-13", "2", "x"));
        synchronize();

        assertThat(receipt().gapFrom()).isEqualTo(ends);
        assertNumbers(0, 0, 0, 1);
    }

    @Test
    void aBrokenLinkIsNotMendedByAnotherOrganization() throws Exception {
        readSeven();
        ConnectionId before = connection();
        fake.failNext(new BankFeedException.ReconnectRequired("revoked", "r-7", null));
        synchronize();
        clock.forward(Duration.ofMinutes(1));
        fake.organization(new Organization("org-2", "Another one"));
        journal.accept(anna, link(anna).id());

        assertThat(journal.connections(anna).get(0).id()).isEqualTo(before);
        assertThat(journal.connections(anna).get(0).state()).isEqualTo(State.BROKEN);
        assertThat(journal.notices(anna).get(0).kind()).isEqualTo(Kind.CONNECTION_BROKEN);
        assertThat(journal.notices(anna).get(0).sentence(Locale.ENGLISH)).contains("Another one was connected since");
    }

    private ConnectionId connection() {
        return journal.connections(anna).get(0).id();
    }

    private ReconnectReceipt receipt() {
        return journal.lastReconnect(anna, connection()).orElseThrow();
    }

    private void assertNumbers(long recognized, long doubled, long lost, long filled) {
        assertThat(receipt().complete()).isTrue();
        assertThat(receipt().recognized()).as("recognized").isEqualTo(recognized);
        assertThat(receipt().doubled()).as("doubled").isEqualTo(doubled);
        assertThat(receipt().lost()).as("lost").isEqualTo(lost);
        assertThat(receipt().filled()).as("filled").isEqualTo(filled);
    }

    private void anew() {
        fake.unshare(CURRENT);
        fake.share(Lines.account(ANEW.value(), Lines.CURRENT));
    }

    private static FeedAccount consented(String asked, String given, @Nullable Instant ends) {
        FeedAccount plain = Lines.account(CURRENT.value(), Lines.CURRENT, Availability.AVAILABLE, ends);
        return ToldAccount.like(plain)
                .synchronizedAt(Instant.parse(asked))
                .authorizedAt(Instant.parse(given))
                .told();
    }
}
