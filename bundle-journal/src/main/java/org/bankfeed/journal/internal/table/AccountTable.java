package org.bankfeed.journal.internal.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.FeedInstitution.Maintenance;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The company's bank accounts: one row for a number and a currency, whatever ids a provider gives it. */
public final class AccountTable {

    private static final String SELECT = "SELECT a.*, (SELECT count(*) FROM unreadable u WHERE u.company = a.company"
            + " AND u.account = a.id) AS unreadable_count FROM account a WHERE a.company = ?";

    private AccountTable() {}

    public static List<AccountRow> all(UnitOfWork unit, CompanyId company) {
        return unit.query(SELECT, AccountTable::read, company.value());
    }

    public static Optional<AccountRow> find(UnitOfWork unit, CompanyId company, String id) {
        return unit.one(SELECT + " AND a.id = ?", AccountTable::read, company.value(), id);
    }

    /** The accounts of that currency whose number is this one, or this one with a place behind it. */
    public static List<AccountRow> namesakes(UnitOfWork unit, CompanyId company, FeedAccount account) {
        String number = account.reference().value();
        return unit
                .query(
                        SELECT + " AND ((a.reference_type = ? AND a.reference = ?) OR a.reference LIKE ?)"
                                + " AND a.currency = ? ORDER BY length(a.reference), a.reference",
                        AccountTable::read,
                        company.value(),
                        account.reference().type(),
                        number,
                        number.replaceAll("[%_\\\\]", "\\\\$0") + " (%)",
                        account.currency().getCurrencyCode())
                .stream()
                .filter(row -> isOf(row.account().reference().value(), number))
                .toList();
    }

    /** Whether a kept number is that number, or that one with a place behind it. */
    private static boolean isOf(String kept, String number) {
        return kept.equals(number) || kept.matches(Pattern.quote(number) + " \\(\\d{1,4}\\)");
    }

    /** Whether the company has an account of that number and currency, whatever kind of number it was said to be. */
    public static boolean isKnown(UnitOfWork unit, CompanyId company, AccountReference reference, Currency currency) {
        return !unit.query(
                        "SELECT id FROM account WHERE company = ? AND reference = ? AND currency = ?",
                        row -> row.text("id"),
                        company.value(),
                        reference.value(),
                        currency.getCurrencyCode())
                .isEmpty();
    }

    /** An account without a link. Its zone, subtype and availability are the bank's to say; until then they say nothing. */
    public static void enter(UnitOfWork unit, CompanyId company, String id, NewAccount entered, Instant now) {
        unit.update(
                "INSERT INTO account (company, id, reference_type, reference, currency, own_label, subtype, zone,"
                        + " active, count_from, host_account, loaded, entry_due, line_count, availability,"
                        + " availability_since) VALUES (?, ?, ?, ?, ?, ?, '', 'UTC', ?, ?, ?, FALSE, FALSE, 0, ?, ?)",
                company.value(),
                id,
                entered.reference().type(),
                entered.reference().value(),
                entered.currency().getCurrencyCode(),
                entered.label().isEmpty() ? null : Texts.clip(entered.label(), 200),
                entered.settings().active(),
                entered.settings().countFrom(),
                Texts.clipOrNull(entered.settings().hostAccount(), 1000),
                Availability.AVAILABLE,
                now);
    }

    /**
     * What kind of number it is, the bank knows better than who entered it: a person's BBAN may be some other number to
     * us.
     *
     * @return whether an account was entered under that number and currency
     */
    public static boolean correctKind(UnitOfWork unit, CompanyId company, FeedAccount said) {
        return unit.update(
                        "UPDATE account SET reference_type = ? WHERE company = ? AND reference = ? AND currency = ?"
                                + " AND connection IS NULL",
                        said.reference().type(),
                        company.value(),
                        said.reference().value(),
                        said.currency().getCurrencyCode())
                > 0;
    }

    public static void remove(UnitOfWork unit, CompanyId company, String id) {
        unit.update("DELETE FROM account WHERE company = ? AND id = ?", company.value(), id);
    }

    /** @param number by which it is kept: its own, unless that is another's too */
    public static void insert(
            UnitOfWork unit,
            CompanyId company,
            String id,
            String connection,
            FeedAccount account,
            String number,
            Instant now) {
        unit.update(
                "INSERT INTO account (company, id, connection, reference_type, reference, currency, subtype, zone,"
                        + " active, loaded, entry_due, line_count, availability, availability_since)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE, FALSE, FALSE, 0, ?, ?)",
                company.value(),
                id,
                connection,
                number.equals(account.reference().value()) ? account.reference().type() : AccountReference.Type.OTHER,
                number,
                account.currency().getCurrencyCode(),
                Texts.clip(account.subtype(), 200),
                account.zone().getId(),
                account.availability(),
                now);
    }

    /** Keeps what the provider says of an account now; it is shared through that connection. */
    public static void describe(
            UnitOfWork unit, CompanyId company, AccountRow known, String connection, FeedAccount said, Instant now) {
        Balance current = said.current();
        Balance available = said.available();
        boolean fails = said.lastFailure() != null && !AccountRow.isOfConsent(said.lastFailure());
        Instant asked = said.synchronizedAt();
        unit.update(
                "UPDATE account SET connection = ?, subtype = ?, description = ?, holder = ?, institution = ?, zone = ?,"
                        + " current_amount = ?, current_as_of = ?, available_amount = ?, available_as_of = ?,"
                        + " synchronized_at = ?, authorized_at = ?, authorization_ends = ?, availability = ?,"
                        + " availability_since = ?, last_failure = ?, failing_since = ?, internal_reference = ?,"
                        + " not_shared_since = NULL"
                        + " WHERE company = ? AND id = ?",
                connection,
                Texts.clip(said.subtype(), 200),
                Texts.clipOrNull(said.description(), 1000),
                Texts.clipOrNull(said.holder(), 1000),
                Texts.clipOrNull(said.institution(), 1000),
                said.zone().getId(),
                amount(current, said.currency()),
                current == null ? null : current.asOf(),
                amount(available, said.currency()),
                available == null ? null : available.asOf(),
                said.synchronizedAt(),
                said.authorizedAt(),
                said.authorizationEnds(),
                said.availability(),
                known.availability() == said.availability() ? known.availabilitySince() : now,
                Texts.clipOrNull(said.lastFailure(), 1000),
                fails ? Objects.requireNonNullElse(known.failingSince(), asked == null ? now : asked) : null,
                Texts.clipOrNull(said.internalReference(), 200),
                company.value(),
                known.id());
    }

    /** What the provider says of the bank's maintenance: nothing, most of the time. */
    public static void maintenance(
            UnitOfWork unit, CompanyId company, String id, @Nullable FeedInstitution institution) {
        unit.update(
                "UPDATE account SET maintenance = ?, maintenance_until = ? WHERE company = ? AND id = ?",
                institution == null ? null : institution.maintenance(),
                institution == null ? null : institution.until(),
                company.value(),
                id);
    }

    public static void notShared(UnitOfWork unit, CompanyId company, String id, Instant now) {
        unit.update(
                "UPDATE account SET not_shared_since = ? WHERE company = ? AND id = ? AND not_shared_since IS NULL",
                now,
                company.value(),
                id);
    }

    public static void configure(UnitOfWork unit, CompanyId company, String id, AccountSettings settings) {
        unit.update(
                "UPDATE account SET active = ?, count_from = ?, host_account = ? WHERE company = ? AND id = ?",
                settings.active(),
                settings.countFrom(),
                Texts.clipOrNull(settings.hostAccount(), 1000),
                company.value(),
                id);
    }

    /** @param label {@code null} for what the bank calls it */
    public static void rename(UnitOfWork unit, CompanyId company, String id, @Nullable String label) {
        unit.update("UPDATE account SET own_label = ? WHERE company = ? AND id = ?", label, company.value(), id);
    }

    /** The lines of an account wait to enter the log at the end of this synchronization. */
    public static void entryDue(UnitOfWork unit, CompanyId company, String id) {
        unit.update("UPDATE account SET entry_due = TRUE WHERE company = ? AND id = ?", company.value(), id);
    }

    /** The accounts that wait and have nothing left to load. */
    public static List<String> readyToEnter(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT a.id FROM account a WHERE a.company = ? AND a.active AND a.entry_due AND NOT EXISTS"
                        + " (SELECT 1 FROM account_alias x WHERE x.company = a.company AND x.account = a.id"
                        + " AND x.shared AND NOT x.complete)",
                row -> row.text("id"),
                company.value());
    }

    public static void entered(UnitOfWork unit, CompanyId company, String id) {
        unit.update(
                "UPDATE account SET entry_due = FALSE, loaded = TRUE WHERE company = ? AND id = ?",
                company.value(),
                id);
    }

    public static void countLines(UnitOfWork unit, CompanyId company, String id, int more) {
        unit.update(
                "UPDATE account SET line_count = line_count + ? WHERE company = ? AND id = ?",
                more,
                company.value(),
                id);
    }

    /** What came of reading it; it keeps when it was last read without a fault. */
    public static void wasRead(UnitOfWork unit, CompanyId company, String id, @Nullable Sentence problem, Instant now) {
        if (problem == null) {
            unit.update(
                    "UPDATE account SET problem = NULL, last_read_at = ? WHERE company = ? AND id = ?",
                    now,
                    company.value(),
                    id);
        } else {
            unit.update(
                    "UPDATE account SET problem = ? WHERE company = ? AND id = ?",
                    Texts.keptOrNull(problem, 4000),
                    company.value(),
                    id);
        }
    }

    private static @Nullable BigDecimal amount(@Nullable Balance balance, Currency currency) {
        if (balance == null || !balance.amount().currency().equals(currency)) {
            return null;
        }
        return balance.amount().amount();
    }

    private static AccountRow read(Row row) {
        String maintenance = row.textOrNull("maintenance");
        return new AccountRow(
                account(row),
                row.text("subtype"),
                row.textOrNull("own_label"),
                row.textOrNull("description"),
                ZoneId.of(row.text("zone")),
                row.instantOrNull("authorized_at"),
                Availability.valueOf(row.text("availability")),
                row.instant("availability_since"),
                row.instantOrNull("not_shared_since"),
                maintenance == null ? null : Maintenance.valueOf(maintenance),
                row.instantOrNull("maintenance_until"),
                row.textOrNull("last_failure"),
                row.instantOrNull("failing_since"),
                row.textOrNull("internal_reference"));
    }

    private static Account account(Row row) {
        String connection = row.textOrNull("connection");
        AccountReference reference =
                new AccountReference(AccountReference.Type.valueOf(row.text("reference_type")), row.text("reference"));
        Currency currency = Currency.getInstance(row.text("currency"));
        return new Account(
                new AccountId(row.text("id")),
                connection == null ? null : new ConnectionId(connection),
                reference,
                currency,
                label(row, reference),
                row.textOrNull("holder"),
                row.textOrNull("institution"),
                row.flag("active"),
                row.dateOrNull("count_from"),
                row.textOrNull("host_account"),
                balance(row, "current", currency),
                balance(row, "available", currency),
                row.flag("loaded"),
                row.number("line_count"),
                row.number("unreadable_count"),
                row.instantOrNull("last_read_at"),
                row.instantOrNull("synchronized_at"),
                row.instantOrNull("authorization_ends"),
                problem(row));
    }

    private static String label(Row row, AccountReference reference) {
        String own = row.textOrNull("own_label");
        if (own != null) {
            return own;
        }
        String description = row.textOrNull("description");
        if (description != null && !description.isBlank()) {
            return description;
        }
        String institution = row.textOrNull("institution");
        return institution == null ? reference.value() : institution + " " + reference.value();
    }

    private static @Nullable Balance balance(Row row, String which, Currency currency) {
        BigDecimal amount = row.decimalOrNull(which + "_amount");
        return amount == null ? null : new Balance(new Money(amount, currency), row.instantOrNull(which + "_as_of"));
    }

    private static @Nullable Sentence problem(Row row) {
        if (row.instantOrNull("not_shared_since") != null) {
            return Sentence.of(SentenceCode.UNSHARED);
        }
        Sentence problem = Texts.sentenceOrNull(row.textOrNull("problem"));
        String failure = row.textOrNull("last_failure");
        return problem != null || failure == null
                ? problem
                : Sentence.of(SentenceCode.LAST_SYNCHRONIZATION_FAILED, new Name(failure));
    }
}
