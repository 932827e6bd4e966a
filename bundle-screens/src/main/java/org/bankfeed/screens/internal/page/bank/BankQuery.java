package org.bankfeed.screens.internal.page.bank;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which lines somebody wants to see.
 *
 * @param text to be found, or null
 * @param state how they stand
 * @param account of which account, or null
 * @param from first day, or null
 * @param to last day, or null
 * @param after where the page before ended, or null
 */
public record BankQuery(
        @Nullable String text,
        BankState state,
        @Nullable AccountId account,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String after) {

    private static final int LONGEST_TEXT = 200;

    static BankQuery of(Parameters parameters) {
        LocalDate from = day(parameters, "from", Message.of("form.first-day"));
        LocalDate to = day(parameters, "to", Message.of("form.last-day"));
        // whoever swaps the two means the same days
        boolean swapped = from != null && to != null && to.isBefore(from);
        return new BankQuery(
                text(parameters),
                parameters.choice("state", BankState.class).orElse(BankState.ALL),
                parameters.text("account").map(AccountId::new).orElse(null),
                swapped ? to : from,
                swapped ? from : to,
                parameters.textOrNull("after"));
    }

    private static @Nullable String text(Parameters parameters) {
        Optional<String> text = parameters.text("q").map(typed -> typed.replaceAll("\\p{Cntrl}", " ")
                .strip());
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            throw RefusedException.malformed(Message.of("form.search-long", LONGEST_TEXT));
        }
        return text.filter(typed -> !typed.isEmpty()).orElse(null);
    }

    private static @Nullable LocalDate day(Parameters parameters, String name, Message called) {
        LocalDate day = parameters.day(name, called).orElse(null);
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2999)) {
            throw RefusedException.malformed(Message.of("form.day-far", called, day.toString()));
        }
        return day;
    }

    TransactionQuery page(@Nullable String cursor, int limit) {
        return new TransactionQuery(account, from, to, text, cursor, limit);
    }

    /** Whether more than the state restricts what is shown. */
    public boolean narrowed() {
        return text != null || account != null || from != null || to != null;
    }

    /** The address of the same lines in another state, from the first. */
    public String inState(BankState other) {
        return new BankQuery(text, other, account, from, to, null).address();
    }

    /** The address of what follows. */
    public String following(String next) {
        return new BankQuery(text, state, account, from, to, next).address();
    }

    /** The address, after the base. */
    public String address() {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("q", text);
        asked.put("state", state == BankState.ALL ? null : state.inAddress());
        asked.put("account", account);
        asked.put("from", from);
        asked.put("to", to);
        asked.put("after", after);
        StringBuilder address = new StringBuilder("/bank");
        asked.forEach((name, value) -> {
            if (value != null) {
                address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            }
        });
        return address.toString();
    }
}
