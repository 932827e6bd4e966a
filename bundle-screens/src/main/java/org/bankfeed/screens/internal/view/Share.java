package org.bankfeed.screens.internal.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bankfeed.matching.Decision;
import org.bankfeed.screens.internal.words.Message;

/**
 * What became of a part of all lines.
 *
 * @param tone its colour
 * @param said what became of it
 * @param lines how many
 * @param thousandths of all lines
 */
public record Share(String tone, Message said, long lines, long thousandths) {

    /** All lines, by what became of them; parts without lines are left out. */
    public static List<Share> of(Map<Decision.State, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return Stream.of(
                        share("good", "share.automatic", all, counts, Decision.State.AUTOMATIC),
                        share("good", "share.confirmed", all, counts, Decision.State.CONFIRMED),
                        share("linked", "share.linked", all, counts, Decision.State.LINKED),
                        share("calm", "share.none", all, counts, Decision.State.NOT_AN_INVOICE),
                        share("warn", "share.suggested", all, counts, Decision.State.SUGGESTED),
                        share("open", "share.open", all, counts, Decision.State.NONE))
                .filter(share -> share.lines() > 0)
                .toList();
    }

    private static Share share(
            String tone, String key, long all, Map<Decision.State, Long> counts, Decision.State state) {
        long lines = counts.getOrDefault(state, 0L);
        return new Share(tone, Message.of(key), lines, all == 0 ? 0 : lines * 1000 / all);
    }
}
