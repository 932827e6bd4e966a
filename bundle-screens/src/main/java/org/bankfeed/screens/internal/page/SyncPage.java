package org.bankfeed.screens.internal.page;

import java.util.Set;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
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
            visit.say(Message.of("reading.already"));
        }
        return new Answer.See(visit.parameters().ownPath("back", "/"));
    }

    private AccountId account(Visit visit, String id) {
        return rooms.journal().accounts(visit.caller()).stream()
                .map(Account::id)
                .filter(known -> known.value().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(Message.of("sync.no-account")));
    }

    private static Message refusal(@Nullable InternetAddress person) {
        Message why = person == null
                ? Message.of("sync.address.untold")
                : Message.of("sync.address.inner", person.toString());
        return Message.of("sync.address", why);
    }
}
