package org.bankfeed.ponto.internal.resource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Problem;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Reads lists as a whole, page by page, to their end. */
public final class Listings {

    private static final int MOST_PAGES = 10_000;

    private final Resources resources;
    private final Errors errors;
    private final int pageSize;

    public Listings(Resources resources, Errors errors, int pageSize) {
        this.resources = resources;
        this.errors = errors;
        this.pageSize = pageSize;
    }

    /**
     * One thing of a list.
     *
     * @param raw the literal text that Ponto sent
     * @param answer in which it came
     */
    public record Item(String raw, Answer answer) {

        /** Without what it says. */
        @Override
        public String toString() {
            return "Item of " + answer;
        }
    }

    /** All items of a list that must exist. */
    public List<Item> all(Secrets secrets, String doing, String... path) throws BankFeedException {
        Answer first = resources.get(secrets, resources.page(pageSize, "after", null, path), doing);
        return fromFirst(secrets, first, doing, path);
    }

    /** All items of a list of an account; none if the account has no such list, an error if it is not shared. */
    public List<Item> allIfAny(Secrets secrets, String doing, String... path) throws BankFeedException {
        Answer first = resources.ask(secrets, resources.page(pageSize, "after", null, path), doing);
        if (first.status() == 404 && !Problem.of(first).isAbout("account")) {
            return List.of();
        }
        return fromFirst(secrets, resources.successful(first, doing), doing, path);
    }

    private List<Item> fromFirst(Secrets secrets, Answer first, String doing, String... path) throws BankFeedException {
        List<Item> items = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        Answer answer = first;
        while (true) {
            String cursor = take(answer, items, doing);
            if (cursor == null) {
                return List.copyOf(items);
            }
            if (!cursors.add(cursor) || cursors.size() >= MOST_PAGES) {
                throw errors.endless(answer, doing);
            }
            answer = resources.get(secrets, resources.page(pageSize, "after", cursor, path), doing);
        }
    }

    private @Nullable String take(Answer answer, List<Item> items, String doing) throws BankFeedException {
        Listing listing = Listing.of(answer, resources.api(), errors, doing);
        listing.items().forEach(raw -> items.add(new Item(raw, answer)));
        return listing.after();
    }
}
