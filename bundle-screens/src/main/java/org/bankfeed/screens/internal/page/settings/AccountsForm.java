package org.bankfeed.screens.internal.page.settings;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.screens.internal.view.Currencies;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/** What somebody typed about an account, and what is wrong with it, field by field; it stays in the form until it is right. */
public final class AccountsForm {

    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_HOST_ACCOUNT = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, Message> errors = new HashMap<>();

    private AccountsForm() {}

    static AccountsForm empty() {
        AccountsForm form = new AccountsForm();
        form.typed.put("currency", Currencies.FIRST);
        form.typed.put("active", "on");
        return form;
    }

    /** As the account stands. */
    static AccountsForm of(Account account) {
        AccountsForm form = new AccountsForm();
        form.typed.put("label", labelOf(account));
        form.typed.put("active", account.active() ? "on" : "");
        form.typed.put("from", account.countFrom() == null ? "" : String.valueOf(account.countFrom()));
        form.typed.put("host", account.hostAccount() == null ? "" : account.hostAccount());
        return form;
    }

    static AccountsForm typed(Parameters parameters) {
        AccountsForm form = new AccountsForm();
        for (String field : new String[] {"number", "currency", "label", "from", "host", "active"}) {
            form.typed.put(field, parameters.text(field).orElse(""));
        }
        return form;
    }

    /** What stands in a field. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong with a field; null if nothing is. */
    public @Nullable Message error(String field) {
        return errors.get(field);
    }

    public boolean wrong() {
        return !errors.isEmpty();
    }

    void refuse(String field, Message said) {
        errors.put(field, said);
    }

    /** The account to enter; empty if something is wrong. */
    Optional<NewAccount> newAccount() {
        AccountReference reference = reference();
        Currency currency = currency();
        AccountSettings settings = settings(true);
        String label = label();
        return wrong() || reference == null || currency == null
                ? Optional.empty()
                : Optional.of(new NewAccount(reference, currency, label, settings));
    }

    /** As it stands in the form: no number in full, even where the bank puts it into the label. */
    static String labelOf(Account account) {
        return Masking.of(account.label());
    }

    /** What somebody calls it. */
    String label() {
        String label = value("label");
        if (label.length() > NewAccount.LONGEST_LABEL) {
            refuse("label", Message.of("account.name-long", NewAccount.LONGEST_LABEL));
        }
        return label;
    }

    /** What is said of an account that is there; empty if something is wrong. */
    Optional<AccountSettings> settings() {
        label();
        AccountSettings settings = settings(!value("active").isEmpty());
        return wrong() ? Optional.empty() : Optional.of(settings);
    }

    private AccountSettings settings(boolean active) {
        String host = value("host");
        if (host.length() > LONGEST_HOST_ACCOUNT || unprintable(host)) {
            refuse("host", Message.of("account.no-host", LONGEST_HOST_ACCOUNT));
        }
        return new AccountSettings(active, from(), host.isEmpty() ? null : host);
    }

    private @Nullable LocalDate from() {
        try {
            LocalDate day = new Parameters(Map.of("from", List.of(value("from"))))
                    .day("from", Message.of("word.the-day"))
                    .orElse(null);
            if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
                refuse("from", Message.of("account.day-far", day));
            }
            return day;
        } catch (RefusedException e) {
            refuse("from", e.said());
            return null;
        }
    }

    private @Nullable Currency currency() {
        String code = value("currency").toUpperCase(Locale.ROOT);
        Optional<Currency> currency = Currencies.find(code);
        if (currency.isEmpty()) {
            refuse(
                    "currency",
                    code.isEmpty()
                            ? Message.of("account.currency-missing")
                            : Message.of("account.no-currency", value("currency")));
        }
        return currency.orElse(null);
    }

    private @Nullable AccountReference reference() {
        String number = value("number");
        if (number.isEmpty()) {
            refuse("number", Message.of("form.missing", Message.of("account.the-number")));
            return null;
        }
        if (number.length() > LONGEST_NUMBER || unprintable(number)) {
            refuse("number", Message.of("account.no-number", LONGEST_NUMBER));
            return null;
        }
        try {
            return looksLikeIban(number) ? AccountReference.iban(number) : AccountReference.of(number);
        } catch (IllegalArgumentException e) {
            refuse("number", Message.of("account.iban"));
            return null;
        }
    }

    /**
     * Whether somebody meant an IBAN: then a wrong check is a typing error, and the number is not to be taken as one of
     * another kind. One character fewer than the shortest of most countries, since a forgotten digit is a typing error too.
     */
    static boolean looksLikeIban(String number) {
        if (!number.matches("[\\p{Alnum}\\s\\u00a0./-]*")) {
            return false;
        }
        String compact = number.replaceAll("\\P{Alnum}", "").toUpperCase(Locale.ROOT);
        String bare = compact.startsWith("IBAN") ? compact.substring(4) : compact;
        return bare.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,}");
    }

    private static boolean unprintable(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }
}
