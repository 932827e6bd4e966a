package org.bankfeed.screens.internal.page.settings;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.ProviderRecord;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.LinkStanding;
import org.bankfeed.screens.internal.view.ProviderRow;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** What the provider keeps of a link itself: what it counts, and which accounts it has on its list. For the operator. */
public final class ProviderPage {

    private final Rooms rooms;

    public ProviderPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        Caller caller = visit.caller();
        caller.require("see what the provider keeps", Role.ADMINISTRATOR);
        Connection link = link(visit);
        YearMonth running = YearMonth.from(new Format(rooms.clock()).today());
        YearMonth month = month(visit, running);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("link", link);
        model.put("called", LinkStanding.called(link));
        model.put("month", month);
        model.put("before", month.minusMonths(1));
        model.put("after", month.isBefore(running) ? month.plusMonths(1) : null);
        try {
            ProviderRecord kept = rooms.journal().providerRecord(caller, link.id(), month);
            model.put("kept", kept);
            model.put("accounts", rows(caller, kept));
        } catch (JournalException e) {
            model.put("problem", Message.all(Words.said(e)));
        }
        return Answer.Page.of("integrations-provider.ftlh", model);
    }

    private List<ProviderRow> rows(Caller caller, ProviderRecord kept) {
        Map<AccountId, Account> known =
                rooms.journal().accounts(caller).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        return kept.accounts().stream()
                .map(account ->
                        ProviderRow.of(account, account.account() == null ? null : known.get(account.account())))
                .toList();
    }

    private static YearMonth month(Visit visit, YearMonth running) {
        String text = visit.parameters().text("month").orElse(running.toString());
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw RefusedException.malformed(Message.of("provider.no-month", text));
        }
    }

    private Connection link(Visit visit) {
        BankJournal journal = rooms.journal();
        String id = visit.parameters().needed("id", Message.of("link.the-connection"));
        return journal.connections(visit.caller()).stream()
                .filter(link -> link.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(Message.of("link.none")));
    }
}
