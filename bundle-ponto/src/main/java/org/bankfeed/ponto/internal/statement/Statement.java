package org.bankfeed.ponto.internal.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedPage;
import org.bankfeed.feed.FeedPage.Order;
import org.bankfeed.feed.Position;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.resource.Listing;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Problem;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account's lines by pointer.
 *
 * <p>The first load walks from the newest line to the oldest. After it, a round reads on from the newest line known
 * towards the top, then looks once more at the newest {@value ReadingPosition#MARGIN} lines, where late and changed ones
 * show. A round of an account where nothing is new costs two requests (three when something is, one while the account has
 * no line at all), for a page size of {@value ReadingPosition#MARGIN}.
 *
 * <p>If the newest line known has vanished (Ponto refuses the cursor, or the line is not among the newest although nothing
 * is newer), all lines are read once more: their ids are known, so nothing is lost and nothing doubled.
 */
public final class Statement {

    private static final int MOST_RESTARTS = 3;
    private static final String READING = "reading transactions";

    private final Resources resources;
    private final Errors errors;
    private final int pageSize;

    public Statement(Resources resources, Errors errors, int pageSize) {
        this.resources = resources;
        this.errors = errors;
        this.pageSize = pageSize;
    }

    public FeedPage read(Secrets secrets, FeedAccount account, Position position) throws BankFeedException {
        ReadingPosition at = ReadingPosition.of(position);
        while (true) {
            try {
                return switch (at.phase()) {
                    case FIRST -> walk(secrets, account, at, Order.OLDER);
                    case ANEW -> walk(secrets, account, at, Order.AGAIN);
                    case NEWER -> newer(secrets, account, at);
                    case AGAIN -> again(secrets, account, at);
                };
            } catch (CursorGone e) {
                if (at.restarts() >= MOST_RESTARTS) {
                    throw errors.of(e.answer, READING + " (it refuses its own cursors)");
                }
                at = at.fromTheTop();
            }
        }
    }

    private FeedPage walk(Secrets secrets, FeedAccount account, ReadingPosition at, Order order)
            throws BankFeedException, CursorGone {
        Listing listing = page(secrets, account, "after", at.cursor(), pageSize);
        String newest = at.newest() != null ? at.newest() : firstId(listing);
        String next = listing.after();
        if (next == null) {
            ReadingPosition end = newest == null ? ReadingPosition.first() : ReadingPosition.newer(newest);
            return new FeedPage(newestLast(listing, account), end.written(), false, order);
        }
        requireProgress(at, next, listing);
        return new FeedPage(
                newestLast(listing, account), at.onward(newest, next).written(), true, order);
    }

    private FeedPage newer(Secrets secrets, FeedAccount account, ReadingPosition at)
            throws BankFeedException, CursorGone {
        String known = newestOf(at);
        Listing listing = page(secrets, account, "before", known, pageSize);
        if (listing.items().isEmpty()) {
            return again(secrets, account, ReadingPosition.again(known));
        }
        String first = firstId(listing);
        String newest = first != null ? first : listing.before() != null ? listing.before() : known;
        ReadingPosition next;
        if (listing.before() == null) {
            next = ReadingPosition.again(newest);
        } else {
            requireProgress(at, newest, listing);
            next = at.upTo(newest);
        }
        return new FeedPage(newestLast(listing, account), next.written(), true, Order.NEWER);
    }

    private FeedPage again(Secrets secrets, FeedAccount account, ReadingPosition at)
            throws BankFeedException, CursorGone {
        String known = newestOf(at);
        Listing listing = page(secrets, account, "after", at.cursor(), Math.min(pageSize, Math.max(at.left(), 1)));
        boolean found = at.found() || ids(listing).anyMatch(known::equals);
        String top = at.top() != null ? at.top() : firstId(listing);
        int left = at.left() - listing.items().size();
        String next = listing.after();
        if (next != null) {
            requireProgress(at, next, listing);
        }
        ReadingPosition then;
        if (next == null) { // every line there is was seen
            String newest = found ? known : top;
            then = newest == null ? ReadingPosition.first() : ReadingPosition.newer(newest);
        } else if (left > 0) {
            then = at.onward(next, top, left, found);
        } else {
            then = found
                    ? ReadingPosition.newer(known)
                    : ReadingPosition.anew(at.restarts()).onward(top, next);
        }
        boolean more = next != null && !(left <= 0 && found);
        return new FeedPage(newestLast(listing, account), then.written(), more, Order.AGAIN);
    }

    private Listing page(Secrets secrets, FeedAccount account, String direction, @Nullable String cursor, int limit)
            throws BankFeedException, CursorGone {
        Answer answer = resources.ask(
                secrets,
                resources.page(
                        limit, direction, cursor, "accounts", account.id().value(), "transactions"),
                READING);
        boolean refused = answer.status() == 400 || answer.status() == 404 || answer.status() == 410;
        if (refused && cursor != null && !Problem.of(answer).isAbout("account")) {
            throw new CursorGone(answer);
        }
        return Listing.of(resources.successful(answer, READING), resources.api(), errors, READING);
    }

    private static List<FeedLine> newestLast(Listing listing, FeedAccount account) {
        List<FeedLine> lines = new ArrayList<>();
        for (String raw : listing.items()) {
            lines.add(Lines.read(raw, account.zone()));
        }
        Collections.reverse(lines);
        return lines;
    }

    private static @Nullable String firstId(Listing listing) {
        return ids(listing).findFirst().orElse(null);
    }

    private static Stream<String> ids(Listing listing) {
        return listing.items().stream().flatMap(raw -> Stream.ofNullable(Lines.providersId(raw)));
    }

    private static String newestOf(ReadingPosition at) {
        String newest = at.newest();
        if (newest == null) {
            throw new IllegalStateException("no newest line in phase " + at.phase());
        }
        return newest;
    }

    private void requireProgress(ReadingPosition at, String next, Listing listing) throws BankFeedException {
        if (at.hasPassed(next)) {
            throw errors.endless(listing.answer(), READING);
        }
    }

    /** Ponto knows the cursor's line no longer. */
    private static final class CursorGone extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        CursorGone(Answer answer) {
            super("cursor gone");
            this.answer = answer;
        }
    }
}
