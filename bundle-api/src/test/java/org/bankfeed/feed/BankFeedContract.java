package org.bankfeed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bankfeed.store.FakeSecrets;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every feed that is linked through a person must do. Extend it, and give it a provider with one account on which
 * {@link #LINES} lines stand, of which {@link #addLine} adds one more.
 */
public abstract class BankFeedContract {

    /** A provider works on an order for seconds of real time. */
    private static final Duration ORDER_PATIENCE = Duration.ofSeconds(30);

    /** Lines on the account at first; more than one page. */
    protected static final int LINES = 250;

    private final FakeSecrets secrets = new FakeSecrets();

    /** The feed under trial, always the same one within a test. */
    protected abstract BankFeed feed() throws Exception;

    /** Goes to the page as a person would and accepts; returns the code that came back. */
    protected abstract String acceptAt(URI page) throws Exception;

    /** The provider gets to know one more line and tells its id. */
    protected abstract String addLine() throws Exception;

    @Test
    void readsEveryLineOnceFromTheBeginning() throws Exception {
        FeedAccount account = link();
        List<String> ids = new ArrayList<>();
        readOn(account, Position.START, ids);
        assertThat(ids).hasSize(LINES).doesNotHaveDuplicates();
    }

    @Test
    void saysEachPagesOrderAndOldestFirstWithin() throws Exception {
        FeedAccount account = link();
        FeedPage first = feed().transactions(secrets, account, Position.START);
        FeedPage second = feed().transactions(secrets, account, first.next());
        assertThat(first.order()).isEqualTo(FeedPage.Order.OLDER);
        assertThat(second.order()).isEqualTo(FeedPage.Order.OLDER);
        assertThat(first.lines().size()).isLessThanOrEqualTo(100);
        List<String> again = new ArrayList<>();
        feed().transactions(secrets, account, Position.START).lines().forEach(l -> again.add(l.id()));
        assertThat(again).isEqualTo(first.lines().stream().map(FeedLine::id).toList());
    }

    @Test
    void goesOnWhereItLeftOffAndFindsOnlyWhatIsNew() throws Exception {
        FeedAccount account = link();
        List<String> ids = new ArrayList<>();
        Position end = readOn(account, Position.START, ids);
        String added = addLine();
        List<String> later = new ArrayList<>();
        readOn(account, end, later);
        later.removeAll(ids);
        assertThat(later).containsExactly(added);
    }

    @Test
    void aPositionSurvivesBeingWrittenDown() throws Exception {
        FeedAccount account = link();
        FeedPage first = feed().transactions(secrets, account, Position.START);
        Position written = new Position(first.next().value());
        List<String> rest = new ArrayList<>();
        readOn(account, written, rest);
        first.lines().forEach(line -> rest.add(line.id()));
        assertThat(rest.stream().distinct().count()).isEqualTo(LINES);
    }

    @Test
    void everyLineCanBeReadAgainFromItsRawText() throws Exception {
        FeedAccount account = link();
        FeedLine line =
                feed().transactions(secrets, account, Position.START).lines().get(0);
        assertThat(feed().readAgain(account, line.raw())).isEqualTo(line);
    }

    @Test
    void aCodeThatIsNotOursIsRefused() throws Exception {
        AuthorizationRequest request = request("state-of-a-refused-code");
        feed().authorize(secrets, request);
        assertThatThrownBy(() -> feed().complete(secrets, request, "no-such-code"))
                .isInstanceOf(BankFeedException.AuthorizationRefused.class);
    }

    @Test
    void withoutATokenAPersonMustReconnect() throws Exception {
        Secrets none = new FakeSecrets();
        assertThatThrownBy(() -> feed().accounts(none)).isInstanceOf(BankFeedException.ReconnectRequired.class);
    }

    @Test
    void revokingForgetsEverySecretAndIsNoErrorTheSecondTime() throws Exception {
        link();
        feed().revoke(secrets);
        feed().revoke(secrets);
        assertThat(secrets.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "192.168.1.20", "169.254.0.7", "::1", "fe80::1"})
    void anOrderFromNoPublicAddressIsRefused(String address) throws Exception {
        FeedAccount account = link();
        InetAddress person = InetAddress.getByName(address);
        assertThatThrownBy(() -> feed().order(secrets, account.id(), person))
                .isInstanceOf(BankFeedException.Refused.class);
    }

    @Test
    void whatAnOrderChangedIsToldUnderItsId() throws Exception {
        FeedAccount account = link();
        String changed = changeLine(account);
        Assumptions.assumeTrue(changed != null, "this provider changes no lines");

        SyncOrder order = toItsEnd(feed().order(secrets, account.id(), InetAddress.getByName("81.82.83.84")));

        assertThat(order.state()).isEqualTo(SyncOrder.State.DONE);
        assertThat(order.id()).isNotNull();
        assertThat(feed().changed(secrets, account, String.valueOf(order.id())))
                .extracting(FeedLine::id)
                .containsExactly(changed);
    }

    @Test
    void anOrderComesToItsEnd() throws Exception {
        FeedAccount account = link();
        SyncOrder order = toItsEnd(feed().order(secrets, account.id(), InetAddress.getByName("81.82.83.84")));
        assertThat(order.state()).isIn(SyncOrder.State.DONE, SyncOrder.State.RECENT);
        assertThat(order.toString()).doesNotContain("81.82.83.84");
        assertThat(feed().follow(secrets, order)).isEqualTo(order);
    }

    @Test
    void whatNobodySignedIsNoEvent() throws Exception {
        byte[] body = "{\"data\":{\"type\":\"x\",\"id\":\"1\"}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> feed().verify(Map.of(), body)).isInstanceOf(FeedEventRefusedException.class);
    }

    @Test
    void anAccountTakenOutOfTheLinkIsNotThereAnyMore() throws Exception {
        FeedAccount account = link();
        if (feed().unshare(secrets, account.id())) {
            assertThat(feed().accounts(secrets)).extracting(FeedAccount::id).doesNotContain(account.id());
        }
    }

    private SyncOrder toItsEnd(SyncOrder begun) throws Exception {
        SyncOrder order = begun;
        long patience = System.nanoTime() + ORDER_PATIENCE.toNanos();
        while (!order.isEnded() && System.nanoTime() < patience) {
            assertThat(order.account()).isEqualTo(begun.account());
            order = feed().follow(secrets, order);
            passOrderTime();
        }
        return order;
    }

    /** The bank changes the text of a line; gives its id, or null if this provider's lines never change. */
    protected @Nullable String changeLine(FeedAccount account) throws Exception {
        return null;
    }

    /** Lets some of the provider's time pass while an order is followed. */
    protected void passOrderTime() throws Exception {}

    private FeedAccount link() throws Exception {
        AuthorizationRequest request = request("state-0123456789-0123456789-0123456789");
        AuthorizationStep step = feed().authorize(secrets, request);
        assertThat(step).isInstanceOf(AuthorizationStep.Visit.class);
        String code = acceptAt(((AuthorizationStep.Visit) step).page());
        assertThat(feed().complete(secrets, request, code).id()).isNotBlank();
        List<FeedAccount> accounts = feed().accounts(secrets);
        assertThat(accounts).isNotEmpty();
        return accounts.get(0);
    }

    /** The request that links; override the redirect URI by overriding {@link #redirectUri}. */
    private AuthorizationRequest request(String state) {
        return new AuthorizationRequest(state, redirectUri(), Locale.ENGLISH);
    }

    /** A redirect URI that the provider has registered. */
    protected URI redirectUri() {
        return URI.create("http://localhost:8181/bankfeed/connect/return");
    }

    private Position readOn(FeedAccount account, Position from, List<String> ids) throws Exception {
        Position at = from;
        for (int round = 0; round < 100; round++) {
            FeedPage page = feed().transactions(secrets, account, at);
            page.lines().stream()
                    .map(FeedLine::id)
                    .filter(id -> !ids.contains(id))
                    .forEach(ids::add);
            at = page.next();
            if (!page.more()) {
                return at;
            }
        }
        throw new AssertionError("the feed says 'more' for ever");
    }
}
