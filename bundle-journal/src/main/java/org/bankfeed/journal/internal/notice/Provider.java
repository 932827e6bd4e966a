package org.bankfeed.journal.internal.notice;

import java.time.ZoneId;

/** What people call the provider behind a feed. */
public final class Provider {

    /** Whose clock the provider's windows follow, and in which moments of a link are told. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final String PONTO = "ponto";

    private Provider() {}

    public static String of(String feed) {
        return feed.startsWith(PONTO) ? "Ponto" : feed;
    }
}
