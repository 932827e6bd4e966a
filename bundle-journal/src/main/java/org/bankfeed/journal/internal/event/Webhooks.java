package org.bankfeed.journal.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.journal.ReceivedEvent.State;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.EventTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.ReadingTable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes webhooks: proven by their feed, stored, then answered. What one says is never believed beyond that it is time to
 * read: it makes its company due at once, and a look of the schedule, on whatever node, finds that.
 *
 * <p>Nothing of a stranger's is kept, and so few are proven at once that strangers cannot take more than that of this
 * process; the provider's own that find no place are delivered again. One of the provider's costs one transaction: a
 * delivery and an event by key, and an index for whose it is.
 */
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    /** How many are worked on at once. */
    public static final int PLACES = 16;

    /** How long what came of an event can be looked up. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Stage stage;
    private final Feeds feeds;
    private final Refusals refusals;
    private final Clock clock;
    private final Semaphore places = new Semaphore(PLACES);

    public Webhooks(Stage stage, Feeds feeds, Refusals refusals, Clock clock) {
        this.stage = stage;
        this.feeds = feeds;
        this.refusals = refusals;
        this.clock = clock;
    }

    public void receive(String feedName, Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, JournalException {
        BankFeed feed = feeds.find(feedName)
                .orElseThrow(() ->
                        new JournalException(Reason.NO_FEED, Sentence.of(SentenceCode.NO_FEED, new Name(feedName))));
        if (!places.tryAcquire()) {
            throw new JournalException(Reason.UNAVAILABLE, Sentence.of(SentenceCode.WEBHOOKS_TOO_MANY));
        }
        try {
            FeedEvent event = feed.verify(headers, body);
            if (!stage.inTransaction(unit -> keep(unit, feedName, event))) {
                throw new FeedEventRefusedException(Sentence.of(FaultCode.WEBHOOK_PLAYED_AGAIN));
            }
        } catch (FeedEventRefusedException e) {
            refusals.webhook(e.sentence());
            throw e;
        } catch (BankFeedException e) {
            throw new JournalException(
                    Reason.UNAVAILABLE, Sentence.of(SentenceCode.WEBHOOK_NOT_PROVEN, new Quote(Sentences.of(e))), e);
        } catch (StoreException e) {
            LOG.error("A webhook could not be stored; the provider delivers it again", e);
            throw new JournalException(Reason.UNAVAILABLE, Sentence.of(SentenceCode.WEBHOOK_NOT_STORED), e);
        } finally {
            places.release();
        }
    }

    /** Returns whether this delivery is the first of its id; all that is written commits together. */
    private boolean keep(UnitOfWork unit, String feed, FeedEvent event) {
        if (!EventTable.isFirst(unit, feed, event)) {
            return false;
        }
        Instant now = clock.instant();
        List<EventTable.Concerned> concerned = EventTable.concerned(unit, feed, event);
        for (EventTable.Concerned link : concerned) {
            keep(unit, feed, event, link, now);
        }
        if (concerned.isEmpty()) {
            EventTable.keep(unit, feed, event, "", "", State.DONE, Sentence.of(SentenceCode.EVENT_OF_NOBODY), now);
        }
        return true;
    }

    private static void keep(
            UnitOfWork unit, String feed, FeedEvent event, EventTable.Concerned concerned, Instant now) {
        CompanyId company = concerned.company();
        String connection = concerned.connection();
        boolean readable = ConnectionTable.find(unit, company, connection)
                .filter(LinkRow::isReadable)
                .isPresent();
        boolean asks = EventSentences.asksForReading(event.kind());
        EventTable.keep(
                unit,
                feed,
                event,
                company.value(),
                connection,
                readable && asks ? State.WAITING : State.DONE,
                readable || !asks
                        ? EventSentences.asks(event.kind(), feed, event.count())
                        : Sentence.of(SentenceCode.EVENT_LINK_NOT_READ),
                now);
        if (event.kind() == FeedEvent.Kind.LINK_REVOKED) {
            ConnectionTable.revocationTold(
                    unit, company, connection, event.createdAt() == null ? now : event.createdAt());
        }
        if (readable && asks) {
            ReadingTable.dueNow(unit, company);
        }
    }

    public List<ReceivedEvent> newest(CompanyId company, int limit) {
        return stage.inTransaction(unit -> EventTable.newest(unit, company, limit));
    }

    /** Forgets what is past its time. */
    public void forget() {
        Instant now = clock.instant();
        Transactions.run(stage, unit -> EventTable.forget(unit, now.minus(KEPT), now));
    }
}
