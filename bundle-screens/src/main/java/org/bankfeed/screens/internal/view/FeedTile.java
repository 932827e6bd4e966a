package org.bankfeed.screens.internal.view;

import java.time.Instant;
import java.util.List;
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
    public String word() {
        LinkStanding gravest = gravest();
        if (gravest != null) {
            return gravest.word();
        }
        return sentAt != null ? "Connecting" : links.isEmpty() ? "Not connected" : "Disconnected";
    }

    public String tone() {
        LinkStanding gravest = gravest();
        return gravest != null ? gravest.tone() : sentAt != null ? "calm" : "";
    }

    /** What the button to the provider is called now. */
    public String button() {
        if (links.stream().anyMatch(LinkStanding::broken)) {
            return "Reconnect";
        }
        if (links.stream().anyMatch(LinkStanding::sharesNone)) {
            return "Choose accounts at " + said.name();
        }
        if (links.stream().anyMatch(LinkStanding::connected)) {
            return "Connect another organization";
        }
        return sentAt != null ? "Begin again" : "Connect";
    }
}
