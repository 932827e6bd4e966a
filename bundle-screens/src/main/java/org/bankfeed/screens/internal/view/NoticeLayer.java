package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.journal.Notice;

/**
 * The notices of one part of the way from the bank to us, gravest first; the parts are never mixed.
 *
 * @param layer which part
 * @param name what people call it
 * @param cards at least one
 */
public record NoticeLayer(Notice.Layer layer, String name, List<NoticeCard> cards) {

    public NoticeLayer {
        cards = List.copyOf(cards);
    }

    /** The layer with the gravest notice comes first. */
    public static List<NoticeLayer> of(List<NoticeCard> gravestFirst, String provider) {
        Map<Notice.Layer, List<NoticeCard>> layers = new LinkedHashMap<>();
        gravestFirst.forEach(card -> layers.computeIfAbsent(card.kind().layer(), layer -> new ArrayList<>())
                .add(card));
        return layers.entrySet().stream()
                .map(part -> new NoticeLayer(part.getKey(), name(part.getKey(), provider), part.getValue()))
                .toList();
    }

    private static String name(Notice.Layer layer, String provider) {
        return switch (layer) {
            case INTEGRATION -> "Connection to " + provider;
            case SHARED_ACCOUNTS -> "Accounts shared by " + provider;
            case AUTHORIZATION -> "Consent at the bank";
            case BANK -> "The bank";
            case LINES -> "Bank lines";
        };
    }
}
