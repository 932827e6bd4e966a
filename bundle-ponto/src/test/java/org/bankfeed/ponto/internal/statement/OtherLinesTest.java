package org.bankfeed.ponto.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mockwebserver3.MockResponse;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.junit.jupiter.api.Test;

class OtherLinesTest extends WithServer {

    private static final String PENDING = "GET /accounts/a1/pending-transactions";
    private static final String CHANGED = "GET /synchronizations/s-1/updated-transactions";

    @Test
    void allPagesOfPendingLinesAreRead() throws Exception {
        tellPages(PENDING);
        assertThat(feed.pending(secrets, Connected.ACCOUNT))
                .extracting(FeedLine::id)
                .containsExactly("p1", "p2");
        assertThat(server.last(PENDING).getUrl().queryParameter("page[after]")).isEqualTo("p1");
    }

    @Test
    void aBankWithoutPendingLinesHasNone() throws Exception {
        assertThat(feed.pending(secrets, Connected.ACCOUNT)).isEmpty();
    }

    @Test
    void allPagesOfTheLinesThatASynchronizationChangedAreRead() throws Exception {
        tellPages(CHANGED);
        List<FeedLine> changed = feed.changed(secrets, Connected.ACCOUNT, "s-1");
        assertThat(changed).extracting(FeedLine::id).containsExactly("p1", "p2");
        assertThat(changed).allMatch(FeedLine.Readable.class::isInstance);
    }

    @Test
    void aSynchronizationThatPontoForgotChangedNothing() throws Exception {
        assertThat(feed.changed(secrets, Connected.ACCOUNT, "s-of-last-year")).isEmpty();
    }

    @Test
    void anAccountThatIsNotSharedAnyMoreHasNoListsAtAll() {
        server.tell(CHANGED, PontoServer.json(404, PontoServer.text("account-not-found.json")));
        assertThatThrownBy(() -> feed.changed(secrets, Connected.ACCOUNT, "s-1"))
                .isInstanceOf(BankFeedException.AccountNotShared.class);
    }

    @Test
    void pagesThatGoRoundInCirclesAreRefusedAfterTheFirstRound() {
        for (int round = 0; round < 3; round++) {
            server.tell(PENDING, page("p1"), page("p2"));
        }
        assertThatThrownBy(() -> feed.pending(secrets, Connected.ACCOUNT))
                .isInstanceOfSatisfying(BankFeedException.Refused.class, e -> {
                    assertThat(e).hasMessageContaining("go round in circles");
                    assertThat(e.requestId()).isEqualTo("req-1");
                });
        assertThat(server.count(PENDING)).isEqualTo(3);
    }

    private void tellPages(String list) {
        server.tell(
                list, page("p1"), PontoServer.json(200, "{\"data\":[" + PontoServer.line("p2") + "],\"links\":{}}"));
    }

    private MockResponse page(String id) {
        return PontoServer.json(
                200,
                "{\"data\":[%s],\"links\":{\"next\":\"%s/x?page[after]=%s\"}}"
                        .formatted(PontoServer.line(id), server.api(), id));
    }
}
