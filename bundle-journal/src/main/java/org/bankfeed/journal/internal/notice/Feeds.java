package org.bankfeed.journal.internal.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.FeedHealth;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds that are there now, and how they are. They come and go while the journal works. */
public final class Feeds {

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private record Named(
            String name, BankFeed feed, @Nullable String configuration) {}

    /** What is wrong with a feed's own means, and since when we know. */
    public record Fault(String sentence, Instant since) {

        /** The same, known since then if that is earlier. */
        public Fault since(@Nullable Instant earlier) {
            return earlier != null && earlier.isBefore(since) ? new Fault(sentence, earlier) : this;
        }
    }

    private final Clock clock;
    private final Instant started;
    private final List<Named> bound = new CopyOnWriteArrayList<>();
    private final Map<String, Instant> gone = new ConcurrentHashMap<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    public Feeds(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /** @param configuration as an operator finds it, see {@link FeedConfiguration}; {@code null} if it has none */
    public void add(String name, BankFeed feed, @Nullable String configuration) {
        bound.add(new Named(name, feed, configuration));
    }

    public void remove(BankFeed feed) {
        bound.stream().filter(named -> named.feed() == feed).forEach(named -> gone.put(named.name(), clock.instant()));
        bound.removeIf(named -> named.feed() == feed);
    }

    /** The feed of that name; the one that came first if two claim it. */
    public Optional<BankFeed> find(String name) {
        return named(name).map(Named::feed);
    }

    /** What is said of a fault: with the feed's name, and where an operator mends it. */
    public List<Sentence> said(String name, Fault fault) {
        String configuration = named(name).map(Named::configuration).orElse(null);
        return LinkSentences.fault(name, fault.sentence(), configuration);
    }

    private Optional<Named> named(String name) {
        return bound.stream().filter(named -> named.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return bound.stream().map(Named::name).distinct().sorted().toList();
    }

    public FeedHealth health(String name) {
        try {
            return find(name).map(BankFeed::health).orElse(FeedHealth.GOOD);
        } catch (RuntimeException e) {
            LOG.warn("The feed {} cannot say how it is", name, e);
            return FeedHealth.GOOD;
        }
    }

    /** That a feed is not there, or what it says is wrong with its configuration. */
    public Optional<Fault> fault(String name) {
        String said =
                find(name).isEmpty() ? Sentences.noFeed(name) : health(name).fault();
        return Optional.ofNullable(
                faults.compute(name, (same, known) -> said == null ? null : fault(name, said, known)));
    }

    private Fault fault(String name, String said, @Nullable Fault known) {
        return known != null && known.sentence().equals(said) ? known : new Fault(said, since(name));
    }

    private Instant since(String name) {
        return find(name).isPresent() ? clock.instant() : Objects.requireNonNullElse(gone.get(name), started);
    }
}
