package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.FeedTransaction.RemittanceType;
import org.bankfeed.journal.internal.table.Digest;
import org.bankfeed.journal.internal.table.Reading;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineContentTest {

    @Test
    void staysTheSameUnderAnotherIdAndInLaterVersions() {
        assertThat(Reading.content(line("a", "factuur 17")))
                .isEqualTo(Reading.content(line("b", "factuur 17")))
                .isEqualTo(Digest.of("FeedTransaction[id=, amount=-12.50 EUR, executionDate=2026-03-02,"
                        + " valueDate=2026-03-01, counterpartyName=Otto, counterpartyAccount=BE71096123456769,"
                        + " remittance=factuur 17, remittanceType=UNSTRUCTURED, description=null, bankCode=null,"
                        + " proprietaryCode=null, endToEndId=null, mandateId=null, creditorId=null,"
                        + " purposeCode=null, additionalInformation=null]"));
    }

    @Test
    void differsWithEveryText() {
        assertThat(Reading.content(line("a", "factuur 17"))).isNotEqualTo(Reading.content(line("a", null)));
    }

    private static FeedTransaction line(String id, @Nullable String remittance) {
        return new FeedTransaction(
                id,
                Money.of("-12.5", "EUR"),
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 1),
                "Otto",
                "BE71096123456769",
                remittance,
                RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
