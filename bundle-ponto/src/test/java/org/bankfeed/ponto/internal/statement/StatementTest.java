package org.bankfeed.ponto.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedPage;
import org.bankfeed.feed.FeedPage.Order;
import org.bankfeed.feed.Position;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.junit.jupiter.api.Test;

class StatementTest extends WithServer {

    private static final String LIST = "GET /accounts/a1/transactions";

    private final List<FeedPage> pages = new ArrayList<>();

    @Test
    void theFirstLoadWalksFromTheNewestToTheOldest() throws Exception {
        server.bring(1, 250);
        round(Position.START);
        assertThat(pages).extracting(FeedPage::order).containsExactly(Order.OLDER, Order.OLDER, Order.OLDER);
        assertThat(ids(pages.get(0))).isEqualTo(names(151, 250));
        assertThat(ids(pages.get(1))).isEqualTo(names(51, 150));
        assertThat(ids(pages.get(2))).isEqualTo(names(1, 50));
        assertThat(server.last(LIST).getUrl().queryParameter("page[limit]")).isEqualTo("100");
    }

    @Test
    void aRoundWithNothingNewCostsTwoRequestsAndLooksAgain() throws Exception {
        server.bring(1, 150);
        Position end = round(Position.START);
        server.requests.clear();
        pages.clear();
        Position again = round(end);
        assertThat(server.count(LIST)).isEqualTo(2);
        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.order()).isEqualTo(Order.AGAIN);
            assertThat(ids(page)).isEqualTo(names(51, 150));
        });
        assertThat(again).isEqualTo(end);
    }

    @Test
    void newLinesComeOldestFirstEvenWhenThereAreManyPagesOfThem() throws Exception {
        server.bring(1, 10);
        Position end = round(Position.START);
        server.bring(11, 260);
        pages.clear();
        round(end);
        List<String> newer = pages.stream()
                .filter(page -> page.order() == Order.NEWER)
                .flatMap(page -> ids(page).stream())
                .toList();
        assertThat(newer).isEqualTo(names(11, 260));
        assertThat(pages.get(pages.size() - 1).order()).isEqualTo(Order.AGAIN);
    }

    @Test
    void linesThatArriveDuringTheFirstLoadComeInTheNextRound() throws Exception {
        server.bring(1, 150);
        FeedPage first = feed.transactions(secrets, Connected.ACCOUNT, Position.START);
        server.bring(151, 152);
        FeedPage second = feed.transactions(secrets, Connected.ACCOUNT, first.next());
        assertThat(ids(second)).isEqualTo(names(1, 50));
        round(second.next());
        assertThat(ids(pages.get(0))).isEqualTo(names(151, 152));
    }

    @Test
    void aWayThatLeadsToNoNewerLineIsUnfinished() throws Exception {
        assertThat(feed.isUnfinished(Position.START)).isFalse();
        server.bring(1, 150);
        FeedPage first = feed.transactions(secrets, Connected.ACCOUNT, Position.START);
        assertThat(feed.isUnfinished(first.next())).isTrue();
        Position end = round(first.next());
        assertThat(feed.isUnfinished(end)).isFalse();
        server.bring(151, 400);
        FeedPage newer = feed.transactions(secrets, Connected.ACCOUNT, end);
        assertThat(feed.isUnfinished(newer.next())).isFalse();
        FeedPage top = feed.transactions(
                secrets,
                Connected.ACCOUNT,
                feed.transactions(secrets, Connected.ACCOUNT, newer.next()).next());
        assertThat(top.order()).isEqualTo(Order.NEWER);
        assertThat(feed.isUnfinished(top.next())).isTrue();
    }

    @Test
    void aLateLineInsideTheMarginIsSeen() throws Exception {
        server.bring(1, 120);
        Position end = round(Position.START);
        server.newestFirst.add(40, PontoServer.line("late"));
        pages.clear();
        round(end);
        assertThat(seen()).contains("late");
    }

    @Test
    void anAccountThatWasEmptyFillsLater() throws Exception {
        Position empty = round(Position.START);
        assertThat(server.count(LIST)).isEqualTo(1);
        assertThat(pages).singleElement().satisfies(page -> assertThat(page.lines())
                .isEmpty());
        server.bring(1, 130);
        pages.clear();
        Position filled = round(empty);
        assertThat(seen()).hasSize(130);
        server.bring(131, 131);
        pages.clear();
        round(filled);
        assertThat(ids(pages.get(0))).containsExactly("t131");
    }

    @Test
    void aVanishedNewestLineLosesNothing() throws Exception {
        server.bring(1, 220);
        Position end = round(Position.START);
        server.newestFirst.remove(0);
        server.bring(221, 350);
        pages.clear();
        Position after = round(end);
        assertThat(seen()).containsAll(names(221, 350));
        assertThat(pages).extracting(FeedPage::order).containsOnly(Order.AGAIN);
        pages.clear();
        server.bring(351, 351);
        round(after);
        assertThat(ids(pages.get(0))).containsExactly("t351");
    }

    @Test
    void aNewestLineThatVanishesWithoutAnErrorIsNoticed() throws Exception {
        server.bring(1, 220);
        Position end = round(Position.START);
        server.newestFirst.remove(0);
        server.bring(221, 350);
        server.tell(LIST, PontoServer.json(200, "{\"data\":[],\"links\":{}}"));
        pages.clear();
        round(end);
        assertThat(seen()).containsAll(names(221, 350));
    }

    @Test
    void aCursorThatVanishesInTheFirstLoadBeginsAgainFromTheTop() throws Exception {
        server.bring(1, 250);
        FeedPage first = feed.transactions(secrets, Connected.ACCOUNT, Position.START);
        server.newestFirst.remove(99);
        pages.add(first);
        round(first.next());
        assertThat(seen()).containsAll(names(1, 150)).hasSize(250);
        assertThat(pages).extracting(FeedPage::order).containsOnly(Order.OLDER);
    }

    @Test
    void cursorsThatAreAlwaysRefusedEndInAnErrorNotInALoop() throws Exception {
        server.bring(1, 250);
        FeedPage page = feed.transactions(secrets, Connected.ACCOUNT, Position.START);
        Position[] at = {page.next()};
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        server.tell(LIST, PontoServer.problem(400, "invalidCursor"));
                        at[0] = feed.transactions(secrets, Connected.ACCOUNT, at[0])
                                .next();
                    }
                })
                .isInstanceOf(BankFeedException.Refused.class)
                .hasMessageContaining("400");
    }

    @Test
    void pagesShorterThanAskedAreNormal() throws Exception {
        server.bring(1, 95);
        server.shortPage = 7;
        Position end = round(Position.START);
        assertThat(seen()).hasSize(95);
        server.bring(96, 110);
        pages.clear();
        round(end);
        List<String> newer = pages.stream()
                .filter(page -> page.order() == Order.NEWER)
                .flatMap(page -> ids(page).stream())
                .toList();
        assertThat(newer).isEqualTo(names(96, 110));
        assertThat(pages.stream()
                        .filter(page -> page.order() == Order.AGAIN)
                        .mapToInt(page -> page.lines().size())
                        .sum())
                .isGreaterThanOrEqualTo(100);
    }

    @Test
    void theOlderSpellingCanBeSent() throws Exception {
        feed.close();
        feed = connect(Map.of("page.size", "7", "page.style", "plain"));
        server.tell(LIST, PontoServer.json(200, "{\"data\":[" + PontoServer.line("t1") + "]}"));
        server.tell(LIST, PontoServer.json(200, "{\"data\":[]}"), PontoServer.json(200, "{\"data\":[]}"));
        Position end = round(Position.START);
        feed.transactions(secrets, Connected.ACCOUNT, end);
        HttpUrl url = server.last(LIST).getUrl();
        assertThat(url.queryParameter("limit")).isEqualTo("7");
        assertThat(url.queryParameterNames()).noneMatch(name -> name.contains("["));
    }

    @Test
    void thePageSizeIsTheConfiguredOne() throws Exception {
        server.bring(1, 25);
        feed.close();
        feed = connect(10);
        round(Position.START);
        assertThat(server.count(LIST)).isEqualTo(3);
    }

    @Test
    void aLinkToAnotherHostIsRefused() {
        server.tell(
                LIST,
                PontoServer.json(
                        200,
                        "{\"data\":[" + PontoServer.line("x")
                                + "],\"links\":{\"next\":\"https://evil.example/?page[after]=x\"}}"));
        assertThatThrownBy(() -> feed.transactions(secrets, Connected.ACCOUNT, Position.START))
                .isInstanceOf(BankFeedException.Refused.class)
                .hasMessageContaining("evil.example");
        assertThat(server.count(LIST)).isEqualTo(1);
    }

    @Test
    void pagesThatGoRoundInCirclesHaveAnEndInTheFirstLoad() {
        for (int i = 0; i < 100; i++) {
            server.tell(LIST, loop("x", "next", "after"), loop("y", "next", "after"), loop("z", "next", "after"));
        }
        assertThatThrownBy(() -> round(Position.START)).isInstanceOfSatisfying(BankFeedException.Refused.class, e -> {
            assertThat(e).hasMessageContaining("circles").hasMessageContaining("reading transactions");
            assertThat(e.requestId()).isEqualTo("req-1");
        });
        assertThat(server.count(LIST)).isLessThan(10);
    }

    @Test
    void pagesThatGoRoundInCirclesHaveAnEndTowardsTheTop() throws Exception {
        server.bring(1, 3);
        Position end = round(Position.START);
        for (int i = 0; i < 100; i++) {
            server.tell(LIST, loop("x", "prev", "before"), loop("y", "prev", "before"));
        }
        long before = server.count(LIST);
        assertThatThrownBy(() -> round(end)).hasMessageContaining("circles");
        assertThat(server.count(LIST) - before).isLessThan(10);
    }

    @Test
    void aLongWayIsNoCircle() throws Exception {
        server.bring(1, 300);
        server.shortPage = 4;
        feed.close();
        feed = connect(4);
        round(Position.START);
        assertThat(seen()).hasSize(300);
    }

    private MockResponse loop(String id, String link, String cursor) {
        return PontoServer.json(
                200,
                "{\"data\":[%s],\"links\":{\"%s\":\"%s/more?page[%s]=%s\"}}"
                        .formatted(PontoServer.line(id), link, server.api(), cursor, id));
    }

    @Test
    void aLinkThatLeadsNowhereIsNotTakenForTheEnd() {
        server.tell(
                LIST,
                PontoServer.json(
                        200,
                        "{\"data\":[" + PontoServer.line("x") + "],\"links\":{\"next\":\"" + server.api()
                                + "/more\"}}"));
        assertThatThrownBy(() -> feed.transactions(secrets, Connected.ACCOUNT, Position.START))
                .isInstanceOf(BankFeedException.Refused.class);
    }

    @Test
    void theOlderSpellingAndThePagingMetaAreUnderstood() throws Exception {
        server.bring(1, 3);
        server.tell(
                LIST,
                PontoServer.json(
                        200,
                        "{\"data\":[" + PontoServer.line("t3") + "],\"links\":{\"next\":\"" + server.api()
                                + "/accounts/a1/transactions?limit=1&after=t3\"}}"),
                PontoServer.json(
                        200, "{\"meta\":{\"paging\":{\"after\":\"t2\"}},\"data\":[" + PontoServer.line("t2") + "]}"));
        round(Position.START);
        assertThat(seen()).containsExactly("t3", "t2", "t1");
    }

    @Test
    void anUnreadableLineBlocksNothingAndKeepsItsDigits() throws Exception {
        String odd =
                "{\"id\":\"odd\",\"attributes\":{\"amount\":1.2340e1,\"currency\":\"EUR\",\"valueDate\":\"2026-01-01\"},"
                        + "\"x\":[1.50,  2]}";
        server.newestFirst.add(PontoServer.line("t2"));
        server.newestFirst.add("{\"attributes\":{\"amount\":1.234,\"currency\":\"EUR\"}}");
        server.newestFirst.add(odd);
        round(Position.START);
        List<FeedLine> lines = pages.get(0).lines();
        assertThat(lines.get(0)).isInstanceOf(FeedLine.Readable.class);
        assertThat(lines.get(0).raw()).isEqualTo(odd);
        assertThat(lines.get(1)).isInstanceOfSatisfying(FeedLine.Unreadable.class, line -> {
            assertThat(line.id()).startsWith("raw-").hasSize(68);
            assertThat(line.raw()).contains("1.234");
        });
        assertThat(lines.get(2).id()).isEqualTo("t2");
        assertThat(feed.readAgain(Connected.ACCOUNT, odd)).isEqualTo(lines.get(0));
    }

    @Test
    void aPositionOfAnotherVersionReadsAllOnceMore() throws Exception {
        server.bring(1, 5);
        round(new Position("{\"v\":99,\"phase\":\"LATER\"}"));
        assertThat(seen()).hasSize(5);
        assertThat(pages).extracting(FeedPage::order).containsOnly(Order.AGAIN);
    }

    @Test
    void anAccountNotSharedIsSaidSo() {
        server.tell(LIST, PontoServer.json(404, PontoServer.text("account-not-found.json")));
        assertThatThrownBy(() -> feed.transactions(secrets, Connected.ACCOUNT, Position.START))
                .isInstanceOfSatisfying(BankFeedException.AccountNotShared.class, e -> assertThat(e.requestId())
                        .isEqualTo("req-1"));
    }

    @Test
    void aBodyThatEndsInTheMiddleIsOneSentence() {
        server.tell(LIST, PontoServer.json(200, "{\"data\":[{\"id\":\"t1\",\"attr"));
        assertThatThrownBy(() -> feed.transactions(secrets, Connected.ACCOUNT, Position.START))
                .isInstanceOf(BankFeedException.Refused.class)
                .hasMessageContaining("JSON");
    }

    private Position round(Position from) throws BankFeedException {
        Position at = from;
        for (int i = 0; i < 100; i++) {
            FeedPage page = feed.transactions(secrets, Connected.ACCOUNT, at);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(100);
            pages.add(page);
            at = page.next();
            if (!page.more()) {
                return at;
            }
        }
        throw new AssertionError("the feed says 'more' for ever");
    }

    private Set<String> seen() {
        Set<String> ids = new LinkedHashSet<>();
        pages.forEach(page -> ids.addAll(ids(page)));
        return ids;
    }

    private static List<String> ids(FeedPage page) {
        return page.lines().stream().map(FeedLine::id).toList();
    }

    private static List<String> names(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "t" + i).toList();
    }
}
