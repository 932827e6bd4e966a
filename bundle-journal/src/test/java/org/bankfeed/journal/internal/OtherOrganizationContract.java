package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedEvent.Kind;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ReceivedEvent;
import org.junit.jupiter.api.Test;

/** Somebody comes back from the provider with another organization than before, on whatever database. */
abstract class OtherOrganizationContract extends JournalHarness {

    @Test
    void nothingOfItIsReadUntilItIsAccepted() throws Exception {
        readSeven();
        Connection before = journal.connections(anna).get(0);
        shareSavings();
        Connection other = another();

        assertThat(other.state()).isEqualTo(State.UNCONFIRMED);
        assertThat(other.problem())
                .asString()
                .contains("Another one")
                .contains("another organization than Bakkerij De Korenaar");
        assertThat(journal.connections(anna)).containsExactly(before, other);
        assertThat(journal.accounts(anna)).hasSize(1);
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.OTHER_ORGANIZATION);
            assertThat(notice.connection()).isEqualTo(other.id());
        });
        fake.unshare(SAVINGS);
        synchronize();
        assertThat(journal.accounts(anna)).hasSize(1);

        shareSavings();
        fake.bring(SAVINGS, line("s1", "2026-03-01", "4", "x"));
        Connection accepted = journal.accept(anna, other.id());
        assertThat(accepted.state()).isEqualTo(State.CONNECTED);
        assertThat(accepted.problem()).isNull();
        assertThat(journal.accept(anna, other.id())).isEqualTo(accepted);
        assertThat(account(Lines.SAVINGS).connection()).isEqualTo(other.id());
        assertThat(account(Lines.CURRENT).connection()).isEqualTo(before.id());
        synchronize();
        assertThat(told()).hasSize(8).endsWith("NEW s1");
        assertThat(journal.lastReconnect(anna, other.id())).isEmpty();
        store.checkAuditLog(anna.company());
    }

    @Test
    void decliningItLeavesTheLinkOfBeforeAsItWas() throws Exception {
        readSeven();
        Connection before = journal.connections(anna).get(0);
        Connection other = another();
        journal.disconnect(anna, other.id());

        assertThat(journal.connections(anna)).containsExactly(before);
        assertThat(notices()).isEmpty();
        bring(line("t8", "2026-03-01", "8", "x"));
        synchronize();
        assertThat(told()).hasSize(8);
        assertThat(another().state()).as("asked again").isEqualTo(State.UNCONFIRMED);
        store.checkAuditLog(anna.company());
    }

    @Test
    void comingBackWithItOnceMoreAcceptsNothing() throws Exception {
        readSeven();
        ConnectionId first = another().id();
        Connection again = link(anna);

        assertThat(again.id()).isEqualTo(first);
        assertThat(again.state()).isEqualTo(State.UNCONFIRMED);
        assertThat(journal.connections(anna)).hasSize(2);
    }

    @Test
    void theOneOfBeforeRenewsItsLinkWithoutAsking() throws Exception {
        readSeven();
        another();
        fake.organization(new Organization("org-1", "Bakkerij De Korenaar BV"));
        assertThat(link(anna).state()).isEqualTo(State.CONNECTED);

        ConnectionId before = journal.connections(anna).get(0).id();
        journal.disconnect(anna, before);
        assertThat(another().state()).as("also after it was ended").isEqualTo(State.UNCONFIRMED);
        fake.organization(new Organization("org-1", "Bakkerij De Korenaar BV"));
        assertThat(link(anna).id()).isEqualTo(before);
    }

    @Test
    void anAcceptedOneIsAskedAboutNoMore() throws Exception {
        readSeven();
        Connection other = another();
        journal.accept(anna, other.id());
        journal.disconnect(anna, other.id());

        assertThat(link(anna).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void backingOutInsteadChangesNothing() throws Exception {
        readSeven();
        another();
        List<Connection> before = journal.connections(anna);
        String state = setOut(anna);
        fails(Reason.DECLINED, () -> journal.returned(anna, new ConnectReturn(state, null, "access_denied")));

        assertThat(journal.connections(anna)).isEqualTo(before);
    }

    @Test
    void itsWebhooksWaitForNothing() throws Exception {
        readSeven();
        another();
        receive(Events.event("e1", "d1", Kind.ACCOUNT_SHARED, "org-2", null, null, clock.instant()));

        assertThat(journal.events(anna, 9)).singleElement().satisfies(event -> {
            assertThat(event.state()).isEqualTo(ReceivedEvent.State.DONE);
            assertThat(event.sentence()).asString().contains("not read");
        });
    }

    @Test
    void anAccountThatASecondLinkSharesTooIsReadOnceAndTheFirstIsToBeRenewed() throws Exception {
        readSeven();
        Connection before = journal.connections(anna).get(0);
        Connection other = journal.accept(anna, another().id());
        synchronize();

        assertThat(told()).hasSize(7);
        assertThat(account(Lines.CURRENT).connection()).isEqualTo(before.id());
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.LINKED_TWICE);
            assertThat(notice.connection()).isEqualTo(other.id());
            assertThat(notice.sentence(Locale.ENGLISH))
                    .contains("renew the one to Bakkerij De Korenaar")
                    .doesNotContain(Lines.CURRENT);
        });
        journal.disconnect(anna, other.id());
        assertThat(notices()).isEmpty();
    }

    @Test
    void theSecondLinkTakesOverWhatTheFirstNoLongerReads() throws Exception {
        readSeven();
        ConnectionId before = journal.connections(anna).get(0).id();
        ConnectionId other = journal.accept(anna, another().id()).id();
        journal.disconnect(anna, before);
        bring(line("t8", "2026-03-01", "8", "x"));
        synchronize();

        assertThat(account(Lines.CURRENT).connection()).isEqualTo(other);
        assertThat(told()).as("nothing twice, nothing lost").hasSize(8).endsWith("NEW t8");
        assertThat(notices()).isEmpty();
    }

    @Test
    void onlyAnAdministratorAcceptsAndOnlyWhatIsAsked() throws Exception {
        readSeven();
        Connection other = another();
        assertThatThrownBy(() -> journal.accept(person("otto", anna.company(), Role.BOOKKEEPER), other.id()))
                .isInstanceOf(AccessDeniedException.class);
        fails(Reason.NOT_FOUND, () -> journal.accept(newCompany("bob"), other.id()));
        ConnectionId before = journal.connections(anna).get(0).id();
        journal.disconnect(anna, before);
        fails(Reason.NOT_POSSIBLE, () -> journal.accept(anna, before));
    }

    private Connection another() throws Exception {
        clock.forward(Duration.ofMinutes(1));
        fake.organization(new Organization("org-2", "Another one"));
        return link(anna);
    }

    private List<Notice> notices() {
        return journal.notices(anna);
    }

    private static void fails(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
