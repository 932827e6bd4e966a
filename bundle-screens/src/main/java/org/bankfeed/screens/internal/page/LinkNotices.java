package org.bankfeed.screens.internal.page;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.screens.internal.rooms.MissingRoomException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.FeedNames;
import org.bankfeed.screens.internal.view.NoticeCard;
import org.bankfeed.screens.internal.view.NoticeCards;
import org.bankfeed.screens.internal.view.NoticeLayer;
import org.bankfeed.screens.internal.view.WaitingInvoices;
import org.jspecify.annotations.Nullable;

/** What is to be said of the bank links, layer by layer. Made for one answer. */
public final class LinkNotices {

    private final Rooms rooms;
    private final Caller caller;
    private @Nullable Map<Notice, NoticeCard> said;

    public LinkNotices(Rooms rooms, Caller caller) {
        this.rooms = rooms;
        this.caller = caller;
    }

    public List<NoticeLayer> all() {
        return layers(notice -> true);
    }

    /** Of one link and its accounts. */
    public List<NoticeLayer> of(ConnectionId link) {
        return layers(notice -> link.equals(notice.connection()));
    }

    private List<NoticeLayer> layers(Predicate<Notice> wanted) {
        List<NoticeCard> cards = said().entrySet().stream()
                .filter(said -> wanted.test(said.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return NoticeLayer.of(cards, FeedNames.common(rooms.journal().feeds()));
    }

    private Map<Notice, NoticeCard> said() {
        if (said == null) {
            BankJournal journal = rooms.journal();
            NoticeCards cards = new NoticeCards(
                    caller,
                    journal.feeds(),
                    journal.accounts(caller),
                    journal.connections(caller),
                    new WaitingInvoices(this::openSales));
            Map<Notice, NoticeCard> made = new LinkedHashMap<>();
            journal.notices(caller).forEach(notice -> made.put(notice, cards.of(notice)));
            said = made;
        }
        return said;
    }

    private OpenSales openSales(Set<Currency> currencies) {
        try {
            return rooms.matching().openSales(caller, currencies);
        } catch (MissingRoomException e) {
            return new OpenSales(0, 0, List.of()); // another sentence of the page says that
        }
    }
}
