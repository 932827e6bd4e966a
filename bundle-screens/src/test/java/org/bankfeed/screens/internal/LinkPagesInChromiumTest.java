package org.bankfeed.screens.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.ChangedAmount;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ReconnectReceipt;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said and done of the links, in a real browser at a desk's and at a telephone's width; skipped without one. */
class LinkPagesInChromiumTest extends ChromiumTest {

    private static final TransactionId CAME = new TransactionId(ScriptedLink.CHECKING, "new-1");

    @SuppressWarnings("NullAway.Init")
    private FakeBankJournal journal;

    @BeforeEach
    void scriptTheLink() {
        journal = new ScriptedLink(office).journal;
        journal.nextReading(ScriptedLink.MORNING.plus(Duration.ofHours(6)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aSynchronizationShowsHowFarItIsAndWhatCame(int width) {
        CountDownLatch goOn = new CountDownLatch(1);
        journal.onSynchronize(() -> await(goOn));
        journal.steps(new SyncProgress(
                ScriptedLink.SAVINGS,
                SyncProgress.Step.TRANSACTIONS,
                1,
                2,
                Sentence.of(SentenceCode.ASKS_FOR_LINES, new Name("Test bank"), new Name("Savings account"))));
        journal.receipt(new SyncReceipt(
                List.of(new SyncReceipt.AccountPart(ScriptedLink.CHECKING, 3, 0, 0, true, null)), List.of()));
        Page page = visit(width, "/");

        button(page, "Synchronize now").click();

        Locator progress = page.locator(".flash.reading");
        assertThat(progress).containsText("Test bank is asked for new transactions of Savings account.");
        assertThat(progress).containsText("1 of 2 accounts done");
        assertThat(button(page, "Synchronize now")).isDisabled();
        picture(page, "sync-runs", width);
        goOn.countDown();
        assertThat(progress).containsText("The banks were asked: 3 new lines from 1 account.");
        assertThat(button(page, "Synchronize now")).isEnabled();
        picture(page, "sync-done", width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aNoticesOneButtonLeadsToWhatMendsIt(int width) {
        office.sale("2026-1", "Peeters", "1210.00", Office.TODAY.minusDays(60));
        office.sale("2026-2", "Claes", "79.50", Office.TODAY.minusDays(3));
        office.work();
        doubt();
        journal.tell(ScriptedLink.notice(
                Notice.Kind.CONNECTION_BROKEN,
                "There is a problem with the connection to Ponto (Bakkerij De Korenaar BV). Ponto"
                        + " refuses the refresh token (request id r-7). If connecting again does not help, Ponto's support does:"
                        + " name the request id r-7",
                null));
        journal.tell(ScriptedLink.notice(
                Notice.Kind.AUTHORIZATION_ENDS,
                "The consent for Savings account ends on 2026-03-23",
                ScriptedLink.SAVINGS,
                ScriptedLink.SAVINGS));
        journal.tell(ScriptedLink.notice(
                Notice.Kind.READ_ONLY,
                "Test bank is under maintenance and cannot be asked",
                ScriptedLink.SAVINGS,
                ScriptedLink.SAVINGS));
        journal.tell(ScriptedLink.notice(
                Notice.Kind.DOUBTFUL_LINES,
                "One line of Current account may be known already, and waits",
                ScriptedLink.CHECKING,
                ScriptedLink.CHECKING));
        Page page = visit(width, "/");

        Locator broken = page.locator(".notice[data-kind=CONNECTION_BROKEN]");
        assertThat(broken).containsText("2 open sales invoices, 1,289.50 EUR in all");
        assertThat(broken.getByRole(AriaRole.BUTTON)).hasText("Reconnect");
        picture(page, "notices", width);
        page.locator(".notice[data-kind=DOUBTFUL_LINES] a.button").click();
        assertThat(page.locator("h1")).hasText("Bank");
        assertThat(page.locator("article.doubt")).hasCount(1);
        page.navigate(office.url() + "/bank/automate");
        picture(page, "automate", width);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Configure"))
                .click();
        assertThat(page.locator("h2").first()).hasText("Bakkerij De Korenaar BV at Ponto");
        picture(page, "link", width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aChangedAmountIsSettledWithOneButton(int width) {
        BankTransaction line = line(CAME, BankTransaction.State.BOOKED, "Peeters NV", "factuur 2026-7");
        journal.changeAmount(new ChangedAmount(line, Money.of("112.00", "EUR"), ScriptedLink.MORNING, null, null));
        Page page = visit(width, "/bank/amounts");

        assertThat(page.locator("tbody tr")).containsText("112.00");
        picture(page, "amounts", width);
        button(page, "Settled").click();
        assertThat(page.locator("details summary")).hasText("Settled (1)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aDoubtfulLineIsDecidedByKeys(int width) {
        doubt();
        Page page = visit(width, "/bank");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Doubtful 1"))
                .click();
        assertThat(page.locator("article.doubt mark").first()).isVisible();
        picture(page, "doubts", width);

        page.keyboard().press("s");

        assertThat(page.locator(".flash.said")).containsText("Kept as another id of the line that was known");
        picture(page, "doubts-decided", width);
        page.keyboard().press("u");
        assertThat(page.locator(".flash.said")).containsText("Taken as a new line");
        Assertions.assertThat(journal.log(office.anna, 0, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void anotherOrganizationIsAskedForFirst(int width) {
        ConnectionId other = new ConnectionId("c2");
        journal.put(ScriptedLink.connection(other, Connection.State.UNCONFIRMED, "Slagerij Maes NV"));
        journal.tell(new Notice(
                Notice.Kind.OTHER_ORGANIZATION,
                ScriptedLink.MORNING,
                FakeBankJournal.saying(
                        "Somebody came back from Ponto with Slagerij Maes NV, another organization than before"),
                other,
                null));
        Page page = visit(width, "/");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Say which is meant"))
                .click();
        assertThat(page.locator("h1")).hasText("Did you mean Slagerij Maes NV?");
        picture(page, "organization", width);
        button(page, "No, that was a mistake").click();

        assertThat(page.locator("main > .flash")).containsText("nothing was changed");
        picture(page, "organization-mistake", width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void pagesFitTheirWindow(int width) {
        journal.put(new Refusal(
                Refusal.Kind.WEBHOOK, 12, ScriptedLink.MORNING, Sentence.of(FaultCode.WEBHOOK_SIGNATURE_WRONG)));
        journal.put(new ReconnectReceipt(
                ScriptedLink.LINK,
                ScriptedLink.MORNING,
                ScriptedLink.MORNING.minus(Duration.ofDays(3)),
                ScriptedLink.MORNING,
                40,
                0,
                0,
                7,
                1));
        Page page = visit(width, "/");
        Map<String, String> pages = Map.of(
                "dashboard", "/",
                "events", "/settings/events",
                "receipt", "/settings/integrations/link?id=c1",
                "another", "/settings/integrations/another?feed=ponto",
                "accounts", "/settings/accounts",
                "account", "/settings/accounts/account?id=a1",
                "integrations", "/settings/integrations");
        pages.forEach((name, path) -> {
            page.navigate(office.url() + path);
            picture(page, name, width);
        });
    }

    private void doubt() {
        journal.doubt(new DoubtfulLine(
                line(CAME, BankTransaction.State.DOUBTFUL, "Peeters NV", "factuur 2026-7 dank u wel"),
                List.of(
                        line(
                                new TransactionId(ScriptedLink.CHECKING, "old-1"),
                                BankTransaction.State.BOOKED,
                                "Peeters",
                                "factuur 2026-7 dank"),
                        line(
                                new TransactionId(ScriptedLink.CHECKING, "old-2"),
                                BankTransaction.State.BOOKED,
                                "Peeters NV",
                                "factuur 2026-8"))));
    }

    private static BankTransaction line(TransactionId id, BankTransaction.State state, String who, String text) {
        FeedTransaction read = new FeedTransaction(
                id.feedId(),
                Money.of("121.00", "EUR"),
                Office.TODAY.minusDays(3),
                Office.TODAY.minusDays(3),
                who,
                "BE68539007547034",
                text,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null);
        return new BankTransaction(id, state, read, ScriptedLink.MORNING, null);
    }

    /** Signs in as anna, who comes from a public address. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
