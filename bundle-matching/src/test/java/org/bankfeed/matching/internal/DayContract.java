package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;

/** The lines of a day weighed together, and proposals revised by what comes later, on whatever database. */
abstract class DayContract extends MatchingFixture {

    @Test
    void theLineThatNamesADocumentGetsItThoughAnotherOneCameFirst() throws Exception {
        knownPayer();
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId silent = in("T1", "121.00", "");
        TransactionId names = in("T2", "121.00", "factuur 2026-114");

        matching.work(job);

        assertThat(documents(names)).containsExactly("S1");
        assertThat(decision(names).state()).isEqualTo(State.AUTOMATIC);
        assertThat(proposed(silent)).contains("S2").doesNotContain("S1");
        restart();
        assertThat(decision(names).state()).isEqualTo(State.AUTOMATIC);
    }

    @Test
    void aDayThatThePagesOfTheLogCutInTwoIsWeighedWhole() throws Exception {
        knownPayer();
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        for (int n = 1; n < 200; n++) {
            in("F" + n, "-0." + (n % 90 + 10), "kosten " + n);
        }
        TransactionId silent = in("T1", "121.00", "");
        TransactionId names = in("T2", "121.00", "factuur 2026-114");

        matching.work(job);

        assertThat(documents(names)).containsExactly("S1");
        assertThat(proposed(silent)).contains("S2").doesNotContain("S1");
    }

    @Test
    void theOrderWithinADayChangesNothing() throws Exception {
        knownPayer();
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId names = in("T1", "121.00", "factuur 2026-114");
        TransactionId silent = in("T2", "121.00", "");

        matching.work(job);

        assertThat(documents(names)).containsExactly("S1");
        assertThat(proposed(silent)).contains("S2").doesNotContain("S1");
    }

    @Test
    void theExactAmountGoesBeforeAPartOfTheSameDocument() throws Exception {
        knownPayer();
        sale("S1", "2026-114", "121.00");
        TransactionId part = in("T1", "60.00", "factuur 2026-114");
        TransactionId exact = in("T2", "121.00", "factuur 2026-114");

        matching.work(job);

        assertThat(documents(exact)).containsExactly("S1");
        assertThat(decision(part).state()).isNotEqualTo(State.AUTOMATIC);
    }

    @Test
    void nothingTakesByItselfWhatAnOpenLineOfTheDayNames() throws Exception {
        knownPayer();
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId silent = in("T1", "121.00", "");
        TransactionId unclear = in("T2", "121.00", "2026-115 2026-114");

        matching.work(job);

        assertThat(decision(unclear).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(silent).state()).isEqualTo(State.SUGGESTED);
        assertThat(proposed(silent)).contains("S1");
        assertThat(decision(silent).evidence()).anyMatch(one -> one.sentence(Locale.ENGLISH)
                .equals("another line of the same day names invoice 2026-114"));
    }

    @Test
    void aProposalIsRevisedWhenALaterLinePaysItsDocument() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId open = in("T1", "121.00", "2026-115 2026-114");
        matching.work(job);
        Decision before = decision(open);
        assertThat(proposed(open)).contains("S1");
        in("T2", "121.00", "factuur 2026-114");

        matching.work(job);

        assertThat(proposed(open)).doesNotContain("S1");
        assertThat(decision(open).version()).isGreaterThan(before.version());
        assertThat(decision(open).applications()).isEmpty();
    }

    @Test
    void whatBecomesClearWhileItWaitsSaysWhyItIsNotBooked() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId open = in("T1", "121.00", "");
        matching.work(job);
        assertThat(decision(open).state()).isEqualTo(State.NONE);
        in("T2", "450.00", "factuur 2026-115");

        matching.work(job);

        assertThat(decision(open).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(open).evidence())
                .contains(Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.CLEAR_ONLY_LATER));
        assertThat(decision(open).proposals().get(0).evidence())
                .isEqualTo(decision(open).evidence());
    }

    @Test
    void aProposalIsRevisedWhenAPersonBooksItsDocument() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId open = in("T1", "121.00", "2026-115 2026-114");
        TransactionId other = in("T2", "121.00", "2026-115 2026-114");
        matching.work(job);

        matching.confirm(bookkeeper, other, decision(other).version(), pays("S1", "121.00"));

        assertThat(proposed(open)).doesNotContain("S1");
    }

    @Test
    void aProposalThatNothingTouchesStaysAsAPersonSeesIt() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        sale("S3", "2026-120", "9.00");
        TransactionId open = in("T1", "121.00", "2026-115 2026-114");
        matching.work(job);
        Decision before = decision(open);
        bring(new FeedTransaction(
                "T2",
                Money.of("9.00", "EUR"),
                DAY,
                DAY,
                "Garage Peeters NV",
                "NL91ABNA0417164300",
                "factuur 2026-120",
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null));

        matching.work(job);

        assertThat(decision(open)).isEqualTo(before);
    }

    private void knownPayer() throws Exception {
        sale("S0", "2026-100", "10.00");
        in("T0", "10.00", "factuur 2026-100");
        matching.work(job);
    }

    private List<String> documents(TransactionId line) {
        return decision(line).applications().stream()
                .map(part -> part.document())
                .map(DocumentId::value)
                .toList();
    }

    /** What a line is booked on or may be. */
    private List<String> proposed(TransactionId line) {
        Decision now = decision(line);
        List<String> all = new ArrayList<>(documents(line));
        now.proposals().forEach(one -> one.applications()
                .forEach(part -> all.add(part.document().value())));
        return all;
    }
}
