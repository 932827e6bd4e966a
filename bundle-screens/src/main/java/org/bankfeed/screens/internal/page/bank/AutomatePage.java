package org.bankfeed.screens.internal.page.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.page.LinkNotices;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.FeedNames;
import org.bankfeed.screens.internal.view.LinkStanding;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Visit;
import org.jspecify.annotations.Nullable;

/** By which links the bank's lines come by themselves: the way to them from the Bank tab. */
public final class AutomatePage {

    private final Rooms rooms;

    public AutomatePage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        Caller caller = visit.caller();
        BankJournal journal = rooms.journal();
        List<Connection> links = journal.connections(caller);
        List<Account> accounts = journal.accounts(caller);
        List<Notice> notices = journal.notices(caller);
        LinkNotices said = new LinkNotices(rooms, caller);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put(
                "standings",
                links.stream()
                        .filter(link -> link.state() != State.CONNECTING)
                        .map(link -> LinkStanding.of(link, accounts, links, notices, said.of(link.id()), rooms.clock()))
                        .toList());
        model.put("next", journal.nextReading(caller).orElse(null));
        model.put("doubts", journal.doubts(caller).size());
        model.put("provider", FeedNames.common(journal.feeds()));
        return Answer.Page.of("bank-automate.ftlh", model);
    }
}
