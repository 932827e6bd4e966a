package org.bankfeed.screens.internal.page.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Decision;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.LineRow;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** Every line of every account, newest first: searched, sorted into heaps, paged. */
public final class BankPage {

    private final Rooms rooms;

    public BankPage(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * A tab above the list.
     *
     * @param count how many lines are in it, or null if nobody can say
     */
    public record Tab(
            String name,
            Message said,
            String href,
            boolean here,
            @Nullable Long count) {}

    public Answer show(Visit visit) {
        Caller caller = visit.caller();
        BankQuery query = BankQuery.of(visit.parameters());
        List<Account> accounts = rooms.journal().accounts(caller);
        known(query, accounts);
        BankLines lines = new BankLines(rooms, caller);
        BankLines.Found found = lines.find(query);
        LineRows rows = new LineRows(lines, caller, accounts, visit.texts());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("query", query);
        model.put("accounts", accounts);
        model.put("rows", rows.of(found));
        model.put("next", found.next() == null ? null : query.following(found.next()));
        model.put("lookedAt", found.lookedAt());
        model.put("unsorted", found.decisions() == null && query.state().decided());
        model.put("away", found.decisions() == null);
        model.put("tabs", tabs(query, lines.counts(), accounts));
        model.put("pending", pending(caller, query, rows));
        model.put("doubts", rooms.journal().doubts(caller).size());
        return Answer.Page.of("bank.ftlh", model);
    }

    private static void known(BankQuery query, List<Account> accounts) {
        boolean known = query.account() == null
                || accounts.stream().anyMatch(account -> account.id().equals(query.account()));
        if (!known) {
            throw RefusedException.notFound(Message.of("bank.no-account"));
        }
    }

    static List<Tab> tabs(BankQuery query, Map<Decision.State, Long> counts, List<Account> accounts) {
        long all = accounts.stream().mapToLong(Account::transactions).sum();
        long unreadable = accounts.stream().mapToLong(Account::unreadable).sum();
        List<Tab> tabs = new ArrayList<>();
        for (BankState state : BankState.values()) {
            Long count =
                    switch (state) {
                        case ALL -> (Long) all;
                        case UNREADABLE -> (Long) unreadable;
                        default -> counts.isEmpty() ? null : (Long) state.counted(counts);
                    };
            boolean here = state == query.state();
            if (state != BankState.UNREADABLE || unreadable > 0 || here) {
                tabs.add(new Tab(state.inAddress(), state.said(), query.inState(state), here, count));
            }
        }
        return tabs;
    }

    /** What the banks know of but have not booked; on the first page only, where nothing is searched for. */
    private List<LineRow> pending(Caller caller, BankQuery query, LineRows rows) {
        boolean first = query.after() == null && query.text() == null && query.state() == BankState.ALL;
        if (!first || query.from() != null || query.to() != null) {
            return List.of();
        }
        List<BankTransaction> pending = rooms.journal().pending(caller).stream()
                .filter(line -> query.account() == null || line.id().account().equals(query.account()))
                .toList();
        return rows.pending(pending);
    }
}
