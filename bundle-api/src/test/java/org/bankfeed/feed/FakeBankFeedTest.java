package org.bankfeed.feed;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
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
        String id = "t-" + ++count;
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(count / 3);
        FeedTransaction line = new FeedTransaction(
                id,
                Money.of("12.50", "EUR"),
                day,
                day,
                "Otto Test",
                null,
                "line " + count,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        fake.bring(ACCOUNT, new FeedLine.Readable(line, "{\"id\":\"" + id + "\"}"));
        return id;
    }
}
