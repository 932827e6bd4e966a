package org.bankfeed.screens.internal.page;

import java.util.Set;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.value.InternetAddress;
import org.jspecify.annotations.Nullable;

/** Has the banks asked now, for the person who pressed the button, with the address that he comes from. */
public final class SyncPage {

    private final Rooms rooms;
    private final Errands errands;

    public SyncPage(Rooms rooms, Errands errands) {
        this.rooms = rooms;
        this.errands = errands;
    }

    public Answer begin(Visit visit) {
        Set<AccountId> accounts = visit.parameters()
                .text("account")
                .map(id -> Set.of(account(visit, id)))
                .orElse(Set.of());
        InternetAddress person = visit.address();
        if (person == null || !person.isPublic()) {
            visit.warn(refusal(person));
        } else if (!errands.order(visit.caller(), accounts, person)) {
            visit.say("The banks are being read already; this page shows how far that is.");
        }
        return new Answer.See(visit.parameters().ownPath("back", "/"));
    }

    private AccountId account(Visit visit, String id) {
        return rooms.journal().accounts(visit.caller()).stream()
                .map(Account::id)
                .filter(known -> known.value().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("There is no such account here."));
    }

    private static String refusal(@Nullable InternetAddress person) {
        String why = person == null
                ? "the proxy before these pages does not say from where you come"
                : "you come from " + person + ", which only your own network knows";
        return "Nothing was ordered. The provider wants your own public internet address with it, and " + why
                + ". If a proxy stands before these pages, the operator names it under proxies in"
                + " etc/org.bankfeed.screens.cfg (and its header under proxy.header); if you work inside your own network,"
                + " its address under office.address. Read now needs no address.";
    }
}
