package org.bankfeed.screens.internal.page;

import java.util.HashMap;
import java.util.Map;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Visit;
import org.jspecify.annotations.Nullable;

/** The first look of the day: what is on the accounts, how old that is, and what a person should do. */
public final class DashboardPage {

    private final Rooms rooms;

    public DashboardPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("accounts", rooms.journal().accounts(visit.caller()));
        return Answer.Page.of("dashboard.ftlh", model);
    }
}
