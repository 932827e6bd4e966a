package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEvent.Kind;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.journal.ReceivedEvent.State;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The webhooks that were believed. A delivery costs a handful of rows found by key; nothing goes through them all. */
public final class EventTable {

    private static final int LONGEST = 200;
    private static final int LONGEST_SENTENCE = 4000;

    /** The columns of {@link EventRow}. */
    private static final String ROW = "SELECT feed, id, connection, kind, feed_account, told, missing, created_at,"
            + " received_at, synchronization FROM event WHERE company = ?";

    private EventTable() {}

    /** Remembers a delivery; {@code false} if it was there before. */
    public static boolean isFirst(UnitOfWork unit, String feed, FeedEvent event) {
        return unit.update(
                        "INSERT INTO delivery (feed, delivery_id, ends) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        feed,
                        key(event.deliveryId()),
                        event.deliveryEnds())
                > 0;
    }

    /** A link whose organization an event names. */
    public record Concerned(CompanyId company, String connection) {}

    /** Looked for over all companies, in an index. */
    public static List<Concerned> concerned(UnitOfWork unit, String feed, FeedEvent event) {
        return event.organization() == null
                ? List.of()
                : unit.query(
                        "SELECT company, id FROM connection WHERE feed = ? AND organization = ? ORDER BY company",
                        row -> new Concerned(new CompanyId(row.text("company")), row.text("id")),
                        feed,
                        event.organization());
    }

    /**
     * Stores an event, or counts one more delivery of it.
     *
     * @param company whose it is, or {@code ""} for nobody's
     */
    public static void keep(
            UnitOfWork unit,
            String feed,
            FeedEvent event,
            String company,
            String connection,
            State state,
            Sentence sentence,
            Instant now) {
        int known = unit.update(
                "UPDATE event SET deliveries = deliveries + 1 WHERE company = ? AND feed = ? AND id = ?",
                company,
                feed,
                key(event.id()));
        if (known == 0) {
            unit.update(
                    "INSERT INTO event (company, feed, id, connection, kind, type, feed_account, told, missing,"
                            + " created_at, received_at, deliveries, state, sentence, synchronization)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 1, ?, ?, ?)",
                    company,
                    feed,
                    key(event.id()),
                    connection,
                    event.kind(),
                    Texts.clip(event.type(), LONGEST),
                    event.account() == null ? null : key(event.account().value()),
                    event.count(),
                    event.createdAt(),
                    now,
                    state,
                    Texts.kept(sentence, LONGEST_SENTENCE),
                    asItIs(event.synchronization()));
        }
    }

    /** An id by which the provider is asked must be its own; one that cannot be kept so is let go. */
    private static @Nullable String asItIs(@Nullable String id) {
        return id != null && id.equals(key(id)) ? id : null;
    }

    /** The events that wait for a reading of a link, in the order in which the provider made them. */
    public static List<EventRow> waiting(UnitOfWork unit, CompanyId company, String connection) {
        return unit.query(
                ROW + " AND state = ? AND connection = ? ORDER BY COALESCE(created_at, received_at), id",
                EventTable::row,
                company.value(),
                State.WAITING,
                connection);
    }

    /** The events that told of more lines than came, oldest first. */
    public static List<EventRow> tooFew(UnitOfWork unit, CompanyId company, Instant since) {
        return unit.query(
                ROW + " AND received_at > ? AND missing > 0 ORDER BY COALESCE(created_at, received_at), id",
                EventTable::row,
                company.value(),
                since);
    }

    public static void done(UnitOfWork unit, CompanyId company, EventRow event, Sentence sentence) {
        unit.update(
                "UPDATE event SET state = ?, missing = ?, sentence = ? WHERE company = ? AND feed = ? AND id = ?",
                State.DONE,
                event.missing(),
                Texts.kept(sentence, LONGEST_SENTENCE),
                company.value(),
                event.feed(),
                event.id());
    }

    /** What waits for the reading of a link that is not read as it stands needs to wait no longer. */
    public static void doneWhereNothingIsRead(UnitOfWork unit, CompanyId company, Sentence sentence) {
        unit.update(
                "UPDATE event SET state = ?, sentence = ? WHERE state = ? AND company = ? AND connection NOT IN"
                        + " (SELECT id FROM connection WHERE company = ? AND (state = 'CONNECTED' OR cause = 'BLOCKED'))",
                State.DONE,
                Texts.kept(sentence, LONGEST_SENTENCE),
                State.WAITING,
                company.value(),
                company.value());
    }

    public static List<ReceivedEvent> newest(UnitOfWork unit, CompanyId company, int limit) {
        return unit.query(
                "SELECT e.*, (SELECT min(a.account) FROM account_alias a WHERE a.company = e.company"
                        + " AND a.feed = e.feed AND a.feed_account = e.feed_account) AS account FROM event e"
                        + " WHERE e.company = ? ORDER BY e.company, e.received_at DESC, e.id LIMIT " + limit,
                EventTable::received,
                company.value());
    }

    /** Forgets what nobody needs any more, whosever it is. */
    public static void forget(UnitOfWork unit, Instant eventsBefore, Instant now) {
        unit.update("DELETE FROM event WHERE received_at < ? AND state = ?", eventsBefore, State.DONE);
        unit.update("DELETE FROM delivery WHERE ends < ?", now);
    }

    /** An id of the provider as a key: one that is too long for it, or no text, by its digest. */
    private static String key(String id) {
        return id.length() <= LONGEST && Texts.clean(id).equals(id) ? id : "sha256-" + Digest.of(id);
    }

    private static EventRow row(Row row) {
        return new EventRow(
                row.text("feed"),
                row.text("id"),
                row.text("connection"),
                Kind.valueOf(row.text("kind")),
                row.textOrNull("feed_account"),
                number(row, "told"),
                row.integer("missing"),
                row.instantOrNull("created_at"),
                row.instant("received_at"),
                row.textOrNull("synchronization"));
    }

    private static @Nullable Integer number(Row row, String column) {
        var value = row.decimalOrNull(column);
        return value == null ? null : value.intValue();
    }

    private static ReceivedEvent received(Row row) {
        String account = row.textOrNull("account");
        return new ReceivedEvent(
                row.text("id"),
                Kind.valueOf(row.text("kind")),
                row.text("type"),
                new ConnectionId(row.text("connection")),
                account == null ? null : new AccountId(account),
                row.instantOrNull("created_at"),
                row.instant("received_at"),
                row.integer("deliveries"),
                State.valueOf(row.text("state")),
                Texts.sentence(row.text("sentence")));
    }
}
