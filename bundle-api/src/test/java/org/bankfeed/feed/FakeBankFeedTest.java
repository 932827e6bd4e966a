package org.bankfeed.feed;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.BeforeEach;

/** The fake keeps the contract that it stands for. */
class FakeBankFeedTest extends BankFeedContract {

    private static final FeedAccountId ACCOUNT = new FeedAccountId("a-1");
    private final FakeBankFeed fake = new FakeBankFeed("fake", 100);
    private int count;

    @BeforeEach
    void someLines() {
        fake.share(new FeedAccount(
                ACCOUNT,
                AccountReference.iban("BE68539007547034"),
                Currency.getInstance("EUR"),
                "checking",
                "Zichtrekening",
                null,
                "Bank",
                ZoneId.of("Europe/Brussels"),
                null,
                null,
                null,
                null,
                null,
                FeedAccount.Availability.AVAILABLE,
                null));
        while (count < LINES) {
            addLine();
        }
    }

    @Override
    protected BankFeed feed() {
        return fake;
    }

    @Override
    protected String acceptAt(URI page) {
        return "code-1";
    }

    @Override
    protected String addLine() {
        FeedTransaction line = line(++count, "line " + count);
        fake.bring(ACCOUNT, new FeedLine.Readable(line, "{\"id\":\"" + line.id() + "\"}"));
        return line.id();
    }

    private static FeedTransaction line(int number, String text) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(number / 3);
        return new FeedTransaction(
                "t-" + number,
                Money.of("12.50", "EUR"),
                day,
                day,
                "Otto Test",
                null,
                text,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    protected String changeLine(FeedAccount account) {
        FeedTransaction line = line(3, "another text");
        fake.bring(account.id(), new FeedLine.Readable(line, "{}"));
        fake.changed("s-1", List.of(new FeedLine.Readable(line, "{}")));
        return line.id();
    }
}
