package org.bankfeed.screens.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.MissingRoomException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.FeedNames;
import org.bankfeed.screens.internal.view.NoticeCard;
import org.bankfeed.screens.internal.view.NoticeCards;
import org.bankfeed.screens.internal.view.NoticeLayer;
import org.bankfeed.screens.internal.view.WaitingInvoices;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** What is to be said of the bank links, layer by layer. Made for one answer. */
public final class LinkNotices {

    /** More open invoices than these are told as "and more". */
    private static final int PAGES = 4;

    private static final int PAGE = 500;

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

    private WaitingInvoices.Open openSales() {
        List<OpenItem> items = new ArrayList<>();
        @Nullable String after = null;
        try {
            for (int page = 0; page < PAGES; page++) {
                Page<InvoiceView> found = rooms.matching()
                        .invoices(
                                caller,
                                new InvoiceQuery(
                                        OpenItem.Direction.SALES, WaitingInvoices.standings(), null, after, PAGE));
                found.items().forEach(view -> items.add(view.item()));
                after = found.next();
                if (after == null) {
                    return new WaitingInvoices.Open(items, true);
                }
            }
        } catch (MissingRoomException e) {
            return new WaitingInvoices.Open(List.of(), true); // another sentence of the page says that
        }
        return new WaitingInvoices.Open(items, false);
    }
}
