package org.bankfeed.journal.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.FeedTransaction.RemittanceType;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Accounts and lines for tests. */
final class Lines {

    static final String CURRENT = "BE71096123456769";
    static final String SAVINGS = "BE68539007547034";

    private Lines() {}

    static FeedAccount account(String id, String iban) {
        return account(id, iban, Availability.AVAILABLE, null);
    }

    static FeedAccount account(String id, String iban, Availability availability, @Nullable Instant ends) {
        return new FeedAccount(
                new FeedAccountId(id),
                AccountReference.iban(iban),
                Currency.getInstance("EUR"),
                "checking",
                iban.equals(CURRENT) ? "Current" : "Savings",
                "De Korenaar",
                "Test Bank",
                ZoneId.of("Europe/Brussels"),
                new Balance(Money.of("100", "EUR"), Instant.parse("2026-03-01T06:00:00Z")),
                null,
                Instant.parse("2026-03-01T06:00:00Z"),
                null,
                ends,
                availability,
                null);
    }

    /** The same account, but its balance is this, and its currency the balance's. */
    static FeedAccount with(Money balance, FeedAccount account) {
        return ToldAccount.like(account)
                .currency(balance.currency())
                .current(new Balance(balance, Instant.parse("2026-03-01T06:00:00Z")))
                .told();
    }

    static FeedLine line(String id, LocalDate day, Money amount) {
        FeedTransaction euro = transaction(id, day.toString(), "1", id);
        return new FeedLine.Readable(
                new FeedTransaction(
                        id,
                        amount,
                        day,
                        day,
                        euro.counterpartyName(),
                        euro.counterpartyAccount(),
                        id,
                        RemittanceType.UNSTRUCTURED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                "{\"id\":\"" + id + "\",\"amount\":\"" + amount + "\"}");
    }

    static FeedLine line(String id, String day, String amount, String text) {
        return new FeedLine.Readable(
                transaction(id, day, amount, text), "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
    }

    static FeedLine unreadable(String id, String raw) {
        return new FeedLine.Unreadable(id, raw, Sentence.of(FaultCode.FIELD_FORM_UNKNOWN, new Name("amount")));
    }

    static FeedTransaction transaction(String id, String day, String amount, String text) {
        return new FeedTransaction(
                id,
                Money.of(amount, "EUR"),
                LocalDate.parse(day),
                LocalDate.parse(day),
                "Klant " + text,
                "NL91ABNA0417164300",
                text,
                RemittanceType.UNSTRUCTURED,
                null,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A collection, by its end-to-end id and mandate. */
    static FeedTransaction collected(String id, @Nullable String endToEndId, @Nullable String mandate) {
        LocalDate day = LocalDate.parse("2026-02-09");
        return new FeedTransaction(
                id,
                Money.of("9", "EUR"),
                day,
                day,
                "Klant",
                null,
                "collected",
                RemittanceType.UNSTRUCTURED,
                null,
                "PMNT-IDDT-ESDD",
                null,
                endToEndId,
                mandate,
                null,
                null,
                null);
    }
}
