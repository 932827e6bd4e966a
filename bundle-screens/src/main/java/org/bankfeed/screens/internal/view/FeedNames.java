package org.bankfeed.screens.internal.view;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        String name, String explanation, @Nullable String site, List<String> steps) {

    private static final String PONTO = "ponto";

    public FeedNames {
        steps = List.copyOf(steps);
    }

    /** By the name under which a link remembers its feed. */
    public static FeedNames of(String feed) {
        return feed.startsWith(PONTO) ? ponto(feed) : other(feed);
    }

    /** One name for all these feeds: where somebody is sent to or comes back from, before it is known through which. */
    public static String common(Collection<String> feeds) {
        Set<String> names = new TreeSet<>();
        feeds.forEach(feed -> names.add(feed.startsWith(PONTO) ? "Ponto" : feed));
        return names.size() == 1 ? names.iterator().next() : "the provider";
    }

    private static FeedNames ponto(String feed) {
        String variant = feed.substring(PONTO.length()).replaceAll("^[-_.]+", "");
        return new FeedNames(
                variant.isEmpty() ? "Ponto" : "Ponto (" + variant + ")",
                "Ponto asks your banks for their transactions, several times a day, and hands them on to us. You choose"
                        + " which accounts; we only read, and never pay.",
                "https://myponto.com",
                List.of(
                        "Create an account there for your organization.",
                        "Add your bank accounts; each bank lets you agree by its own sign-in.",
                        "Come back here, press Connect, and choose which of them we may read."));
    }

    private static FeedNames other(String feed) {
        return new FeedNames(
                feed,
                "It reads your bank accounts and hands their transactions on to us. You choose which accounts it shares.",
                null,
                List.of());
    }
}
