package org.bankfeed.screens.internal.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.Balance;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.DayBalance;
import org.bankfeed.journal.JournalException;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.screens.internal.rooms.MissingRoomException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Attention;
import org.bankfeed.screens.internal.view.BalanceChart;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.Share;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The first look of the day: what is on the accounts, how old that is, and what a person should do. It costs one pass over
 * the lines of the days shown, and at most one page of open invoices.
 */
public final class DashboardPage {

    private static final List<Integer> SPANS = List.of(30, 90, 365);
    private static final int MOST_INVOICES = 500;

    private final Rooms rooms;

    public DashboardPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) throws JournalException {
        Caller caller = visit.caller();
        BankJournal journal = rooms.journal();
        List<Account> accounts =
                journal.accounts(caller).stream().filter(Account::active).toList();
        int span = span(visit);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("accounts", accounts);
        List<Connection> links = journal.connections(caller);
        model.put("linked", !links.isEmpty());
        model.put("lastRead", lastRead(links));
        model.put("next", journal.nextReading(caller).orElse(null));
        model.put("totals", totals(accounts));
        model.put("uncounted", uncounted(accounts));
        model.put("charts", charts(caller, journal, accounts, span));
        model.put("span", span);
        model.put("spans", SPANS);
        model.put("layers", new LinkNotices(rooms, caller).all());
        model.put("attentions", attentions(caller, model));
        return Answer.Page.of("dashboard.ftlh", model);
    }

    /** When all that is linked was read; the one that was read longest ago counts. */
    private static @Nullable Instant lastRead(List<Connection> links) {
        return links.stream()
                .filter(link -> link.state() == Connection.State.CONNECTED)
                .map(Connection::lastReadAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static int span(Visit visit) {
        return visit.parameters()
                .text("days")
                .map(text -> SPANS.stream()
                        .filter(span -> text.equals(span.toString()))
                        .findFirst()
                        .orElseThrow(() -> RefusedException.malformed(Message.of("dashboard.span"))))
                .orElse(90);
    }

    /** What is on all accounts of a currency together; a currency of which an account told nothing is left out. */
    private static List<Money> totals(List<Account> accounts) {
        Map<String, Money> totals = new TreeMap<>();
        accounts.stream()
                .map(Account::current)
                .filter(balance -> balance != null)
                .forEach(balance -> {
                    Money amount = balance.amount();
                    totals.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
                });
        return List.copyOf(totals.values());
    }

    /** What the accounts are called that no total holds. */
    private static List<String> uncounted(List<Account> accounts) {
        return accounts.stream()
                .filter(account -> account.current() == null)
                .map(account -> Masking.of(account.label()))
                .toList();
    }

    private List<BalanceChart> charts(Caller caller, BankJournal journal, List<Account> accounts, int span)
            throws JournalException {
        LocalDate to = new Format(rooms.clock()).today();
        LocalDate from = to.minusDays(span);
        Map<Currency, Map<String, List<DayBalance>>> courses = new LinkedHashMap<>();
        for (Account account : byBalance(accounts)) {
            List<DayBalance> days = journal.balances(caller, account.id(), from, to);
            if (!days.isEmpty()) {
                Map<String, List<DayBalance>> same =
                        courses.computeIfAbsent(account.currency(), currency -> new LinkedHashMap<>());
                String called = Masking.of(account.label());
                String label = same.containsKey(called)
                        ? called + " " + account.reference().masked()
                        : called;
                same.put(label, days);
            }
        }
        List<BalanceChart> charts = new ArrayList<>();
        courses.forEach((currency, same) -> charts.add(BalanceChart.of(currency, same, from, to)));
        return charts;
    }

    private static List<Account> byBalance(List<Account> accounts) {
        return accounts.stream()
                .filter(account -> account.current() != null)
                .sorted(Comparator.comparing((Account account) -> amount(account.current()))
                        .reversed())
                .toList();
    }

    private static BigDecimal amount(@Nullable Balance balance) {
        return balance == null ? BigDecimal.ZERO : balance.amount().amount();
    }

    private List<Attention> attentions(Caller caller, Map<String, @Nullable Object> model) {
        List<Attention> attentions = new ArrayList<>();
        if (rooms.ledger().isEmpty()) {
            attentions.add(new Attention("bad", Message.of("dashboard.ledger-away"), null, null));
        }
        try {
            PaymentMatching matching = rooms.matching();
            Map<Decision.State, Long> counts = matching.counts(caller);
            model.put("shares", Share.of(counts));
            toDecide(counts, attentions);
            overdue(caller, matching, attentions);
        } catch (MissingRoomException e) {
            attentions.add(new Attention("bad", e.said(), null, null));
        }
        return attentions;
    }

    private static void toDecide(Map<Decision.State, Long> counts, List<Attention> attentions) {
        long suggested = counts.getOrDefault(Decision.State.SUGGESTED, 0L);
        long open = counts.getOrDefault(Decision.State.NONE, 0L);
        if (suggested + open > 0) {
            Message said = Message.of("dashboard.to-decide", suggested + open, suggested, open);
            attentions.add(new Attention("calm", said, Message.of("dashboard.decide"), "/bank?state=to-decide"));
        }
    }

    private void overdue(Caller caller, PaymentMatching matching, List<Attention> attentions) {
        LocalDate today = new Format(rooms.clock()).today();
        Set<InvoiceView.Standing> unpaid = Set.of(InvoiceView.Standing.OPEN, InvoiceView.Standing.PARTLY_PAID);
        List<OpenItem> late = matching
                .invoices(caller, new InvoiceQuery(OpenItem.Direction.SALES, unpaid, null, null, MOST_INVOICES))
                .items()
                .stream()
                .map(InvoiceView::item)
                .filter(item -> item.type() == OpenItem.Type.INVOICE)
                .filter(item -> item.dueDate().isBefore(today))
                .toList();
        if (!late.isEmpty()) {
            boolean all = late.size() < MOST_INVOICES;
            attentions.add(new Attention(
                    "calm",
                    Message.of(all ? "dashboard.overdue" : "dashboard.overdue.or-more", late.size()),
                    Message.of("dashboard.overdue.look"),
                    "/invoices?direction=sales&standing=overdue"));
        }
    }
}
