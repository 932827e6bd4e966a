package org.bankfeed.screens.internal.view;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * What people call a way to connect, and what it does for them. The only place of the pages that knows a provider by name.
 *
 * @param name such as Ponto
 * @param explanation what it does, in two sentences
 * @param site where one becomes its customer, or {@code null}
 * @param steps what is to be done there, in order
 */
public record FeedNames(
        String name, Message explanation, @Nullable String site, List<Message> steps) {

    private static final String PONTO = "ponto";

    public FeedNames {
        steps = List.copyOf(steps);
    }

    /** By the name under which a link remembers its feed. */
    public static FeedNames of(String feed) {
        return feed.startsWith(PONTO) ? ponto(feed) : other(feed);
    }

    /** One name for all these feeds: where somebody is sent to or comes back from, before it is known through which. */
    public static Message common(Collection<String> feeds) {
        Set<String> names = new TreeSet<>();
        feeds.forEach(feed -> names.add(feed.startsWith(PONTO) ? "Ponto" : feed));
        return names.size() == 1 ? Message.all(names.iterator().next()) : Message.of("feed.provider");
    }

    private static FeedNames ponto(String feed) {
        String variant = feed.substring(PONTO.length()).replaceAll("^[-_.]+", "");
        return new FeedNames(
                variant.isEmpty() ? "Ponto" : "Ponto (" + variant + ")",
                Message.of("feed.ponto"),
                "https://myponto.com",
                List.of(
                        Message.of("feed.ponto.account"),
                        Message.of("feed.ponto.add"),
                        Message.of("feed.ponto.connect")));
    }

    private static FeedNames other(String feed) {
        return new FeedNames(feed, Message.of("feed.other"), null, List.of());
    }
}
