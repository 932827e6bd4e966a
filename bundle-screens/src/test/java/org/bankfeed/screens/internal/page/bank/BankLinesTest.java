package org.bankfeed.screens.internal.page.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A heap that is thin among thousands of lines. */
class BankLinesTest {

    private static final CompanyId COMPANY = new CompanyId("ALBA");
    private static final Caller ANNA = new Caller(COMPANY, "anna", Set.of(Role.VIEWER), Channel.WEB);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 16);
    private static final int LINES = 6_000;

    /** One of so many waits for a person. */
    private static final int RARE = 60;

    private final Rooms rooms = new Rooms();
    private final FakeBankJournal journal = new FakeBankJournal(COMPANY);
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void bring() {
        for (int n = 0; n < LINES; n++) {
            journal.bring(new AccountId("A1"), line(n));
        }
        RoomsForTests.journal(rooms, journal);
        RoomsForTests.matching(rooms, (PaymentMatching) Proxy.newProxyInstance(
                PaymentMatching.class.getClassLoader(),
                new Class<?>[] {PaymentMatching.class},
                (proxy, method, given) -> {
                    asked.incrementAndGet();
                    return decisions((Collection<?>) given[1]);
                }));
    }

    @Test
    void isFoundWithFewQuestions() {
        BankLines.Found first = find(null);

        assertThat(first.lines()).hasSizeBetween(50, 60);
        assertThat(first.lookedAt()).isGreaterThan(2_500);
        assertThat(asked.get()).isLessThan(12);
    }

    @Test
    void isWalkedWithoutALineLostOrShownTwice() {
        List<BankTransaction> seen = new ArrayList<>();
        BankLines.Found part = find(null);
        seen.addAll(part.lines());
        while (part.next() != null) {
            part = find(part.next());
            seen.addAll(part.lines());
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(LINES / RARE);
    }

    private BankLines.Found find(@Nullable String after) {
        return new BankLines(rooms, ANNA).find(new BankQuery(null, BankState.TO_DECIDE, null, null, null, after));
    }

    private static Map<TransactionId, Decision> decisions(Collection<?> lines) {
        return lines.stream()
                .map(TransactionId.class::cast)
                .collect(Collectors.toMap(id -> id, BankLinesTest::decision));
    }

    private static Decision decision(TransactionId id) {
        boolean waits = Integer.parseInt(id.feedId()) % RARE == 0;
        return new Decision(
                id,
                waits ? Decision.State.NONE : Decision.State.NOT_AN_INVOICE,
                Decision.BookingStatus.NONE,
                List.of(),
                0.9,
                List.of(),
                List.of(),
                0,
                1,
                null,
                Instant.EPOCH,
                null);
    }

    private static FeedTransaction line(int n) {
        LocalDate day = DAY.minusDays(n / 10);
        return new FeedTransaction(
                String.valueOf(n),
                Money.of("12.00", "EUR"),
                day,
                day,
                "Somebody",
                null,
                "hello",
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
