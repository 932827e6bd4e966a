package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.words.Message;

/**
 * The notices of one part of the way from the bank to us, gravest first; the parts are never mixed.
 *
 * @param layer which part
 * @param name what people call it
 * @param cards at least one
 */
public record NoticeLayer(Notice.Layer layer, Message name, List<NoticeCard> cards) {

    public NoticeLayer {
        cards = List.copyOf(cards);
    }

    /** The layer with the gravest notice comes first. */
    public static List<NoticeLayer> of(List<NoticeCard> gravestFirst, Message provider) {
        Map<Notice.Layer, List<NoticeCard>> layers = new LinkedHashMap<>();
        gravestFirst.forEach(card -> layers.computeIfAbsent(card.kind().layer(), layer -> new ArrayList<>())
                .add(card));
        return layers.entrySet().stream()
                .map(part -> new NoticeLayer(part.getKey(), name(part.getKey(), provider), part.getValue()))
                .toList();
    }

    private static Message name(Notice.Layer layer, Message provider) {
        return switch (layer) {
            case INTEGRATION -> Message.of("link.connection", provider);
            case SHARED_ACCOUNTS -> Message.of("notice.shared", provider);
            case AUTHORIZATION -> Message.of("link.consent");
            case BANK -> Message.of("notice.bank");
            case LINES -> Message.of("notice.lines");
        };
    }
}
