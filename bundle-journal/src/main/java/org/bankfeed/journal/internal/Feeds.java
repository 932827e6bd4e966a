package org.bankfeed.journal.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bankfeed.feed.BankFeed;

/** The feeds that are there now. They come and go while the journal works. */
final class Feeds {

    private record Named(String name, BankFeed feed) {}

    private final List<Named> bound = new CopyOnWriteArrayList<>();

    void add(String name, BankFeed feed) {
        bound.add(new Named(name, feed));
    }

    void remove(BankFeed feed) {
        bound.removeIf(named -> named.feed() == feed);
    }

    /** The feed of that name; the one that came first if two claim it. */
    Optional<BankFeed> find(String name) {
        return bound.stream()
                .filter(named -> named.name().equals(name))
                .map(Named::feed)
                .findFirst();
    }

    List<String> names() {
        return bound.stream().map(Named::name).distinct().sorted().toList();
    }
}
