package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Role;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.ProviderRecord;
import org.bankfeed.journal.ProviderRecord.Agreement;
import org.bankfeed.journal.ProviderRecord.SharedAccount;
import org.junit.jupiter.api.Test;

/** What the provider keeps of a link, beside what we know; on whatever database. */
abstract class ProviderRecordContract extends JournalHarness {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final FeedUsage USAGE = new FeedUsage(MARCH, new BigDecimal("1.4"), null, null, null, null);

    @Test
    void laysTheProvidersListBesideOurs() throws Exception {
        shareCurrent();
        shareSavings();
        Connection link = link(anna);
        fake.records(USAGE, List.of(share("feed-new", "org-1"), share(CURRENT.value(), "org-1")));

        ProviderRecord kept = journal.providerRecord(anna, link.id(), MARCH);

        assertThat(kept.usage()).isEqualTo(USAGE);
        assertThat(kept.elsewhere()).isZero();
        assertThat(kept.accounts())
                .extracting(SharedAccount::feedAccount, SharedAccount::account, SharedAccount::agreement)
                .containsExactly(
                        tuple(new FeedAccountId("feed-new"), null, Agreement.PROVIDER_ONLY),
                        tuple(SAVINGS, account(Lines.SAVINGS).id(), Agreement.HERE_ONLY),
                        tuple(CURRENT, account(Lines.CURRENT).id(), Agreement.BOTH));
        assertThat(kept.differences()).hasSize(2);
    }

    @Test
    void anAccountThatIsNotShownToUsAnyMoreIsADifference() throws Exception {
        shareCurrent();
        Connection link = link(anna);
        fake.unshare(CURRENT);
        synchronize();
        fake.records(USAGE, List.of(share(CURRENT.value(), "org-1")));

        assertThat(journal.providerRecord(anna, link.id(), MARCH).differences())
                .extracting(SharedAccount::agreement)
                .containsExactly(Agreement.NOT_SHOWN);
    }

    @Test
    void ofOrganizationsThatNobodyHereIsLinkedToOnlyTheNumberIsTold() throws Exception {
        shareCurrent();
        Connection link = link(anna);
        String others = "org-of-" + anna.company();
        fake.records(USAGE, List.of(share(CURRENT.value(), "org-1"), share("x", others), share("y", others)));
        assertThat(journal.providerRecord(anna, link.id(), MARCH).elsewhere()).isEqualTo(2);

        fake.organization(new Organization(others, "Another company"));
        link(newCompany("otto"));

        ProviderRecord kept = journal.providerRecord(anna, link.id(), MARCH);
        assertThat(kept.elsewhere()).isZero();
        assertThat(kept.accounts()).hasSize(1);
    }

    @Test
    void aLinkThatIsRefusedIsToldOfToo() throws Exception {
        readSeven();
        fake.failNext(new BankFeedException.ReconnectRequired("The token was revoked", "r-7", null));
        synchronize();
        fake.records(USAGE, List.of());

        Connection broken = journal.connections(anna).get(0);
        assertThat(broken.state()).isEqualTo(Connection.State.BROKEN);
        assertThat(journal.providerRecord(anna, broken.id(), MARCH).usage()).isEqualTo(USAGE);
    }

    @Test
    void aWayWithoutRecordsSaysSo() throws Exception {
        Connection link = link(anna);

        fails(Reason.NOT_POSSIBLE, link.id(), MARCH, "has no usage and no list");
    }

    @Test
    void whatCannotBeAskedForIsSaidInOneSentence() throws Exception {
        Connection link = link(anna);
        fake.records(USAGE, List.of());

        fails(Reason.NOT_POSSIBLE, link.id(), MARCH.plusMonths(1), "still to come");
        fails(Reason.NOT_FOUND, new ConnectionId("none"), MARCH, "no connection ‘none’");
        fake.failNext(new BankFeedException.Refused("There is no usage", "r-9", null));
        fails(Reason.REFUSED, link.id(), MARCH, "r-9");
    }

    @Test
    void onlyAnAdministratorSeesIt() throws Exception {
        Connection link = link(anna);

        assertThatThrownBy(() -> journal.providerRecord(
                        person("otto", anna.company(), Role.VIEWER, Role.BOOKKEEPER), link.id(), MARCH))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void fails(Reason reason, ConnectionId link, YearMonth month, String part) {
        assertThatThrownBy(() -> journal.providerRecord(anna, link, month))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(part);
    }

    private static FeedShare share(String account, String organization) {
        return new FeedShare(
                new FeedAccountId(account), organization, "bank", Instant.parse("2026-01-15T10:23:02Z"), null);
    }
}
