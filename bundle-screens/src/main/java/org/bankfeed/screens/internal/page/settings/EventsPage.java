package org.bankfeed.screens.internal.page.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.EventRow;
import org.bankfeed.screens.internal.view.RefusalRow;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/** What the provider called out to us and what came of it; what was refused, how often and why. For the operator. */
public final class EventsPage {

    private static final int MOST = 100;

    private final Rooms rooms;

    public EventsPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        Caller caller = visit.caller();
        BankJournal journal = rooms.journal();
        Map<AccountId, String> labels = journal.accounts(caller).stream()
                .collect(Collectors.toMap(Account::id, account -> Masking.of(account.label())));
        List<EventRow> events = journal.events(caller, MOST).stream()
                .map(event -> EventRow.of(event, event.account() == null ? null : labels.get(event.account())))
                .toList();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("events", events);
        model.put("most", MOST);
        model.put(
                "refusals",
                journal.refusals(caller).stream().map(RefusalRow::of).toList());
        return Answer.Page.of("events.ftlh", model);
    }
}
