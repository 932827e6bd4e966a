package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEvent.Kind;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.journal.ReceivedEvent.State;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.internal.event.Webhooks;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.notice.Windows;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of webhooks and of bad input, on whatever database. */
abstract class WebhookContract extends JournalHarness {

    private static final byte[] BODY = {'{', '}'};

    /** Nothing is read by itself but for webhooks. */
    private static final ReadingPlan NEVER =
            new ReadingPlan(new Windows(List.of(), Provider.ZONE), Duration.ZERO, Duration.ZERO, 1);

    /** A schedule looks at all companies: those of the tests before have nothing to read any more. */
    @BeforeEach
    void onlyThisCompany() {
        journal.bindPlan(NEVER);
        Transactions.run(
                store.store().stage("journal", StoreBankJournal.SCHEMA),
                unit -> unit.update("UPDATE connection SET state = 'DISCONNECTED'"));
    }

    @Test
    void anEventIsStoredBeforeItIsAnsweredAndReadAfterAKill() throws Exception {
        readSeven();
        bring(line("t8", "2026-03-10", "8", "x"));
        receive(created("e1", 1));

        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().account()).isEqualTo(account(Lines.CURRENT).id());
        assertThat(only().connection())
                .isEqualTo(journal.connections(anna).get(0).id());
        assertThat(only().sentence()).asString().contains("One new line can be read");
        assertThat(told()).as("an event is no data").hasSize(7);

        journal = started(feed);
        journal.bindPlan(NEVER);
        assertThat(journal.nextReading(anna)).contains(clock.instant());
        look();
        assertThat(told()).hasSize(8).endsWith("NEW t8");
        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(only().sentence()).asString().contains("what it told of came");
        assertThat(journal.nextReading(anna)).isEmpty();
    }

    @Test
    void whatCameOfAnEventIsSaidInTheLanguageOfWhoeverLooks() throws Exception {
        readSeven();
        bring(line("t8", "2026-03-10", "8", "x"), line("t9", "2026-03-10", "9", "x"));
        receive(created("e1", 2));

        assertThat(only().sentence().in(Locale.GERMAN))
                .isEqualTo("2 neue Umsätze können gelesen werden; das geschieht als Nächstes.");
        look();
        assertThat(only().sentence().in(Locale.FRENCH))
                .contains("ce qui était annoncé est arrivé (2 nouvelles opérations).");
        assertThat(only().sentence().in(Locale.forLanguageTag("nl")))
                .contains("Gelezen op ")
                .contains(" om ");
    }

    @Test
    void whatAnOlderVersionStoredIsShownAsItWasWritten() throws Exception {
        readSeven();
        receive(created("e1", 0));
        journal.refused("fake", Sentence.of(FaultCode.WEBHOOK_TOO_LARGE, new Count(64)));
        journal.refusals(anna);
        Transactions.run(store.store().stage("journal", StoreBankJournal.SCHEMA), unit -> {
            unit.update("UPDATE event SET sentence = 'Read at 2026-03-10 09:00.'");
            unit.update("UPDATE refusal SET last_sentence = 'The signature does not hold.'");
        });

        assertThat(only().sentence()).isEqualTo(Sentence.quoted("Read at 2026-03-10 09:00."));
        assertThat(journal.refusals(anna))
                .extracting(Refusal::lastSentence)
                .containsExactly(Sentence.quoted("The signature does not hold."));
    }

    @Test
    void anEventThatIsDeliveredAgainIsOneEvent() throws Exception {
        readSeven();
        receive(Events.event("e1", "d1", Kind.UNKNOWN, Events.ORGANIZATION, null, null, clock.instant()));
        look();
        clock.forward(Duration.ofMinutes(1));
        receive(Events.event("e1", "d2", Kind.UNKNOWN, Events.ORGANIZATION, null, null, clock.instant()));

        assertThat(only().deliveries()).isEqualTo(2);
        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(only().receivedAt()).isEqualTo(clock.instant().minus(Duration.ofMinutes(1)));
    }

    @Test
    void aDeliveryThatIsPlayedAgainIsRefusedAndCounted() throws Exception {
        readSeven();
        long before = refused(Refusal.Kind.WEBHOOK);
        receive(created("e1", 1));

        assertThatThrownBy(() -> receive(created("e1", 1)))
                .isInstanceOf(FeedEventRefusedException.class)
                .hasMessageContaining("played again");
        assertThat(only().deliveries()).isEqualTo(1);
        assertThat(refused(Refusal.Kind.WEBHOOK)).isEqualTo(before + 1);
    }

    @Test
    void whatIsRefusedIsCountedAlsoOverAStartAndIsNobodys() throws Exception {
        long before = refused(Refusal.Kind.WEBHOOK);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> journal.receive("fake", Map.of(), BODY))
                    .isInstanceOf(FeedEventRefusedException.class);
        }
        journal.refused("fake", Sentence.of(FaultCode.WEBHOOK_TOO_LARGE, new Count(64)));
        journal.close();
        journal = started(feed);

        assertThat(refused(Refusal.Kind.WEBHOOK)).isEqualTo(before + 4);
        assertThat(journal.refusals(newCompany("bob"))).singleElement().satisfies(refusal -> {
            assertThat(refusal.lastSentence()).isEqualTo(Sentence.of(FaultCode.WEBHOOK_TOO_LARGE, new Count(64)));
            assertThat(refusal.lastAt()).isEqualTo(clock.instant());
        });
        assertThat(journal.events(anna, 500)).isEmpty();
    }

    @Test
    void whatCannotBeProvenNowIsDeliveredAgain() throws Exception {
        readSeven();
        fake.failNext(new BankFeedException.Unavailable("The keys cannot be had.", Duration.ofSeconds(1), "r-1", null));
        fake.deliver(Events.within(anna.company().value(), created("e1", 1)));

        fails(Reason.UNAVAILABLE, () -> journal.receive("fake", Map.of(), BODY));
        fails(Reason.NO_FEED, () -> journal.receive("other", Map.of(), BODY));
        assertThat(journal.events(anna, 1)).isEmpty();
        journal.receive("fake", Map.of(), BODY);
        assertThat(journal.events(anna, 1)).hasSize(1);
    }

    @Test
    void ofOneDeliveryThatComesTwiceAtOnceOneIsTaken() throws Exception {
        readSeven();
        FeedEvent event = Events.within(anna.company().value(), created("e1", 1));
        CyclicBarrier both = new CyclicBarrier(2);
        journal = started(new KillableFeed(fake) {
            @Override
            public FeedEvent verify(Map<String, List<String>> headers, byte[] body) {
                meet(both);
                return event;
            }
        });
        ExecutorService twice = Executors.newFixedThreadPool(2);
        List<Future<Object>> came = twice.invokeAll(Collections.nCopies(2, () -> {
            journal.receive("fake", Map.of(), BODY);
            return "taken";
        }));
        twice.shutdown();

        assertThat(came.stream().map(WebhookContract::outcome))
                .containsExactlyInAnyOrder("taken", FeedEventRefusedException.class);
        assertThat(only().deliveries()).isEqualTo(1);
    }

    @Test
    void moreAtOnceThanThereArePlacesAreDeliveredAgain() throws Exception {
        readSeven();
        CountDownLatch full = new CountDownLatch(Webhooks.PLACES);
        CountDownLatch on = new CountDownLatch(1);
        journal = started(new KillableFeed(fake) {
            @Override
            public FeedEvent verify(Map<String, List<String>> headers, byte[] body) throws FeedEventRefusedException {
                full.countDown();
                await(on);
                throw new FeedEventRefusedException("the signature does not hold");
            }
        });
        ExecutorService world = Executors.newFixedThreadPool(Webhooks.PLACES);
        List<Future<Object>> held = new ArrayList<>();
        for (int i = 0; i < Webhooks.PLACES; i++) {
            held.add(world.submit(() -> {
                journal.receive("fake", Map.of(), BODY);
                return "taken";
            }));
        }
        await(full);
        fails(Reason.UNAVAILABLE, () -> journal.receive("fake", Map.of(), BODY));
        on.countDown();
        assertThat(held.stream().map(WebhookContract::outcome)).allMatch(FeedEventRefusedException.class::equals);
        world.shutdown();
    }

    private static Object outcome(Future<Object> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause()).getClass();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyKindIsTakenAndSaysWhatItAsksFor() throws Exception {
        readSeven();
        for (Kind kind : Kind.values()) {
            receive(Events.of("e-" + kind, kind, clock.instant()));
        }

        List<ReceivedEvent> events = journal.events(anna, 500);
        assertThat(events).hasSize(Kind.values().length);
        assertThat(events).allSatisfy(event -> {
            boolean nothingToDo = event.kind() == Kind.PAYMENT_REQUEST_CLOSED;
            assertThat(event.state()).isEqualTo(nothingToDo ? State.DONE : State.WAITING);
            assertThat(event.sentence()).asString().endsWith(".").hasSizeGreaterThan(20);
        });
        assertThat(events.stream().map(ReceivedEvent::sentence).distinct()).hasSizeGreaterThan(13);
        int calls = fake.calls();
        look();
        assertThat(fake.calls() - calls).as("one reading for all").isLessThan(6);
        assertThat(journal.events(anna, 500)).allMatch(event -> event.state() == State.DONE);
        assertThat(journal.events(anna, 3)).hasSize(3);
    }

    @Test
    void anEventIsForEachCompanyThatIsLinkedToItsOrganizationAndForNoOther() throws Exception {
        readSeven();
        Caller bob = newCompany("bob");
        link(bob);
        receive(created("e1", 1));
        receive(Events.event("e2", "d2", Kind.LINK_CREATED, "org-9", null, null, clock.instant()));

        assertThat(journal.events(anna, 9)).extracting(ReceivedEvent::id).containsExactly("e1");
        assertThat(journal.events(bob, 9)).extracting(ReceivedEvent::id).containsExactly("e1");
        assertThat(journal.events(newCompany("otto"), 9)).isEmpty();
        synchronize();
        assertThat(journal.events(bob, 9)).allMatch(event -> event.state() == State.WAITING);
    }

    @Test
    void anEventWaitsUntilItsReadingCameToItsEnd() throws Exception {
        readSeven();
        bring(line("t8", "2026-03-10", "8", "x"));
        receive(created("e1", 1));
        feed.beforeEachPage((account, number) -> {
            throw new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), null, null);
        });
        look();
        assertThat(only().state()).isEqualTo(State.WAITING);

        feed.beforeEachPage(null);
        synchronize();
        assertThat(only().state()).as("read by the schedule just as well").isEqualTo(State.DONE);
    }

    @Test
    void aLineThatChangedLongAfterIsReadByItsSynchronization() throws Exception {
        readSeven();
        FeedLine late = line("t1", "2026-03-01", "1", "what the bank says now");
        FeedLine strange = line("t0", "2026-03-01", "5", "never told of before");
        bring(late); // not among the newest, at which reading looks again
        synchronize();
        assertThat(told()).hasSize(7);

        fake.changed("s-1", List.of(late, strange));
        receive(Events.event("e1", "d1", Kind.TRANSACTIONS_UPDATED, Events.ORGANIZATION, CURRENT, 1, clock.instant()));
        fake.failNext(new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), "r-1", null));
        look();
        assertThat(only().state()).as("the provider was away").isEqualTo(State.WAITING);
        synchronize();
        assertThat(told()).hasSize(8).endsWith("CHANGED t1");
        assertThat(only().state()).isEqualTo(State.DONE);
    }

    @Test
    void anEventThatComesDuringAReadingWaitsForTheNext() throws Exception {
        readSeven();
        feed.beforeEachPage((account, number) -> receiveQuietly(created("e1", 1)));
        synchronize();
        assertThat(only().state()).isEqualTo(State.WAITING);

        feed.beforeEachPage(null);
        bring(line("t8", "2026-03-10", "8", "x"));
        look();
        assertThat(only().sentence()).asString().contains("what it told of came");
    }

    @Test
    void aLinkThatIsRefusedHasNothingToWaitFor() throws Exception {
        readSeven();
        receive(Events.of("e1", Kind.LINK_REVOKED, clock.instant()));
        fake.failNext(new BankFeedException.ReconnectRequired("revoked", "r-7", null));
        look();
        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(only().sentence()).asString().contains("broken");

        journal.disconnect(anna, journal.connections(anna).get(0).id());
        receive(Events.of("e2", Kind.LINK_REVOKED, clock.instant()));
        assertThat(journal.nextReading(anna)).isEmpty();
    }

    @Test
    void fewerLinesThanToldAreNotedUntilTheyCome() throws Exception {
        readSeven();
        clock.forward(Duration.ofHours(6));
        bring(line("t8", "2026-03-10", "8", "x"));
        receive(created("e1", 2));
        look();

        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(only().sentence()).asString().contains("2 new lines").contains("1 came");
        assertThat(differences()).singleElement().satisfies(notice -> {
            assertThat(notice.account()).isEqualTo(account(Lines.CURRENT).id());
            assertThat(notice.sentence(Locale.ENGLISH)).contains("one line").doesNotContain(Lines.CURRENT);
        });
        bring(line("t9", "2026-03-09", "9", "late"));
        clock.forward(Duration.ofHours(1));
        synchronize();
        assertThat(differences()).isEmpty();
        assertThat(only().sentence()).asString().contains("what it told of came (2 new lines)");
    }

    @Test
    void linesThatPollingHadBroughtAlreadyAreNotMissed() throws Exception {
        readSeven();
        var made = clock.instant();
        bring(line("t8", "2026-03-10", "8", "x"), line("t9", "2026-03-10", "9", "x"));
        clock.forward(Duration.ofMinutes(5));
        synchronize();
        clock.forward(Duration.ofHours(3));
        receive(Events.created("e1", 2, made));
        look();

        assertThat(only().sentence()).asString().contains("what it told of came (2 new lines)");
        assertThat(differences()).isEmpty();
    }

    @Test
    void lateReorderedAndDoubledEventsTellOfTheirLinesOnce() throws Exception {
        readSeven();
        clock.forward(Duration.ofHours(6));
        var first = clock.instant();
        bring(line("t8", "2026-03-10", "8", "x"));
        clock.forward(Duration.ofHours(6));
        var second = clock.instant();
        bring(line("t9", "2026-03-10", "9", "x"), line("t10", "2026-03-10", "10", "x"));
        receive(Events.created("later", 2, second));
        receive(Events.event("later", "again", Kind.TRANSACTIONS_CREATED, Events.ORGANIZATION, CURRENT, 2, second));
        look();
        receive(Events.created("earlier", 1, first));
        look();

        assertThat(journal.events(anna, 9))
                .allSatisfy(e -> assertThat(e.sentence()).asString().contains("what it told of came"));
        receive(Events.created("too many", 1, second.plusSeconds(1)));
        look();
        assertThat(differences()).hasSize(1);
    }

    @Test
    void linesOfLongAgoDoNotMakeUpForThoseThatAreMissing() throws Exception {
        readSeven();
        clock.forward(Duration.ofHours(2));
        receive(created("e1", 1));
        look();

        assertThat(differences()).hasSize(1);
        clock.forward(Duration.ofDays(31));
        synchronize();
        assertThat(differences()).as("told of for thirty days").isEmpty();
    }

    @Test
    void linesKnownAgainUnderAnotherIdHaveComeToo() throws Exception {
        readSeven();
        fake.unshare(CURRENT);
        var anew = new org.bankfeed.feed.FeedAccountId("feed-current-2");
        fake.share(Lines.account(anew.value(), Lines.CURRENT));
        for (int i = 1; i <= 7; i++) {
            fake.bring(anew, line("n" + i, "2026-02-0" + i, "" + i, "text " + i));
        }
        clock.forward(Duration.ofHours(2));
        synchronize();
        receive(Events.event("e1", "d1", Kind.TRANSACTIONS_CREATED, Events.ORGANIZATION, anew, 7, clock.instant()));
        look();

        assertThat(differences()).isEmpty();
        assertThat(told()).hasSize(7);
    }

    @Test
    void oldEventsAreForgottenAndThoseThatWaitAreNot() throws Exception {
        readSeven();
        receive(created("e1", 1));
        receive(Events.of("e2", Kind.PAYMENT_REQUEST_CLOSED, clock.instant()));
        clock.forward(Duration.ofDays(91));
        journal.tidy();

        assertThat(journal.events(anna, 9)).extracting(ReceivedEvent::id).containsExactly("e1");
        receive(Events.event("e3", "e1-1", Kind.UNKNOWN, Events.ORGANIZATION, null, null, clock.instant()));
        assertThat(journal.events(anna, 9))
                .as("ids of deliveries need not be known for ever")
                .hasSize(2);
    }

    @Test
    void badInputOfACompanyIsCountedByItsKind() throws Exception {
        String state = setOut(anna);
        fails(Reason.FOREIGN_STATE, () -> journal.returned(anna, new ConnectReturn("made-up", "code-1", null)));
        fails(Reason.REFUSED, () -> journal.returned(anna, new ConnectReturn(state, "forged", null)));
        fails(Reason.FOREIGN_STATE, () -> journal.returned(anna, new ConnectReturn(state, "code-1", null)));
        fake.failNext(new BankFeedException.Misconfigured("The certificate has ended.", null, null));
        fails(Reason.REFUSED, () -> setOut(anna));
        readSeven();
        bring(Lines.unreadable("u1", "{}"), Lines.unreadable("u2", "{}"));
        fake.failNext(new BankFeedException.Refused("The answer ends in the middle.", "r-5", null));
        synchronize();
        synchronize();
        synchronize();

        assertThat(refused(Refusal.Kind.RETURN)).isEqualTo(2);
        assertThat(refused(Refusal.Kind.CODE)).isEqualTo(1);
        assertThat(refused(Refusal.Kind.CREDENTIALS)).isEqualTo(1);
        assertThat(refused(Refusal.Kind.ANSWER)).isEqualTo(1);
        assertThat(refused(Refusal.Kind.LINE)).isEqualTo(2);
        assertThat(journal.refusals(anna).toString()).contains("r-5", "certificate has ended");
        assertThat(journal.refusals(anna).toString()).doesNotContain("forged", "made-up", state, Lines.CURRENT);
        assertThat(journal.refusals(newCompany("bob"))).noneMatch(r -> r.kind() != Refusal.Kind.WEBHOOK);
    }

    @Test
    void onlyWhoMaySeeTheLinkSeesItsWebhooks() {
        Caller job = person("job", anna.company(), Role.JOB);
        assertThatThrownBy(() -> journal.events(job, 9)).isInstanceOf(org.bankfeed.access.AccessDeniedException.class);
        assertThatThrownBy(() -> journal.refusals(job)).isInstanceOf(org.bankfeed.access.AccessDeniedException.class);
        assertThatThrownBy(() -> journal.events(anna, 501)).isInstanceOf(IllegalArgumentException.class);
    }

    /** One look of the schedule. */
    private void look() {
        ReadingSchedule schedule = new ReadingSchedule(journal, NEVER, store.leases(), 1);
        schedule.readDue();
        schedule.close();
    }

    private FeedEvent created(String id, int count) {
        return Events.created(id, count, clock.instant());
    }

    private void receiveQuietly(FeedEvent event) {
        try {
            receive(event);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ReceivedEvent only() {
        List<ReceivedEvent> events = journal.events(anna, 9);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private List<Notice> differences() {
        return journal.notices(anna).stream()
                .filter(notice -> notice.kind() == Notice.Kind.COUNT_DIFFERS)
                .toList();
    }

    private long refused(Refusal.Kind kind) {
        return journal.refusals(anna).stream()
                .filter(refusal -> refusal.kind() == kind)
                .mapToLong(Refusal::count)
                .sum();
    }

    private static void fails(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
