package org.bankfeed.screens.internal.view;

import java.time.Instant;
import java.util.List;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * A way to connect, and what came of it.
 *
 * @param feed the name under which it is asked for
 * @param said what people call it
 * @param there whether it is configured and started now
 * @param links those through it, oldest first, without the ones on the way
 * @param sentAt when somebody was sent to the provider who has not come back yet, or null
 */
public record FeedTile(
        String feed,
        FeedNames said,
        boolean there,
        List<LinkStanding> links,
        @Nullable Instant sentAt) {

    public FeedTile {
        links = List.copyOf(links);
    }

    private @Nullable LinkStanding gravest() {
        return links.stream()
                .filter(LinkStanding::broken)
                .findFirst()
                .or(() -> links.stream()
                        .filter(LinkStanding::connected)
                        .filter(link -> !"good".equals(link.tone()))
                        .findFirst())
                .or(() -> links.stream().filter(LinkStanding::connected).findFirst())
                .orElse(null);
    }

    /** What holds of it as a whole. */
    public Message word() {
        LinkStanding gravest = gravest();
        if (gravest != null) {
            return gravest.word();
        }
        return Message.of(
                sentAt != null ? "link.connecting" : links.isEmpty() ? "link.not-connected" : "link.disconnected");
    }

    public String tone() {
        LinkStanding gravest = gravest();
        return gravest != null ? gravest.tone() : sentAt != null ? "calm" : "";
    }

    /** Whether one of its links has the button that mends it. */
    public boolean mends() {
        return links.stream().anyMatch(link -> link.broken() || link.sharesNone());
    }

    /** Whether one can only connect another organization. */
    public boolean another() {
        return links.stream().anyMatch(LinkStanding::connected);
    }

    /** What its own button says. */
    public Message button() {
        return Message.of(another() ? "link.connect-another" : sentAt != null ? "link.begin-again" : "link.connect");
    }
}
