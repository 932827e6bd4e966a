package org.bankfeed.feed;

import java.util.List;

/**
 * What a link shares now.
 *
 * @param accounts those that can be read; empty if there are none
 * @param unreadable those that cannot; they keep nobody from reading the others
 */
public record SharedAccounts(List<FeedAccount> accounts, List<UnreadableAccount> unreadable) {

    public SharedAccounts {
        accounts = List.copyOf(accounts);
        unreadable = List.copyOf(unreadable);
    }

    /** Nothing at all. */
    public boolean isEmpty() {
        return accounts.isEmpty() && unreadable.isEmpty();
    }
}
