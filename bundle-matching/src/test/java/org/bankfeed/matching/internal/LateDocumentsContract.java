package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.junit.jupiter.api.Test;

/** Documents that are entered after the money came, on whatever database. */
abstract class LateDocumentsContract extends MatchingFixture {

    @Test
    void booksALineOnTheDocumentThatIsEnteredLater() throws Exception {
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        Decision before = decision(line);
        assertThat(before.state()).isEqualTo(State.NONE);
        sale("S1", "2026-114", "121.00");

        WorkReceipt receipt = matching.work(job);

        assertThat(receipt.automatic()).isEqualTo(1);
        assertThat(receipt.lines()).isZero();
        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(decision(line).version()).isGreaterThan(before.version());
        assertThat(invoice("S1").standing()).isEqualTo(Standing.PAID);
        assertThat(matching.work(job)).isEqualTo(new WorkReceipt(0, 0, 0, 0, 0, null));
        store.checkAuditLog(company);
        restart();
        sale("S2", "2026-115", "450.00");
        TransactionId next = in("T2", "450.00", "");
        matching.work(job);
        assertThat(decision(next).state()).as("what it taught").isEqualTo(State.AUTOMATIC);
    }

    @Test
    void proposesWhatIsEnteredLaterWhereTwoExplanationsStand() throws Exception {
        TransactionId line = in("T1", "121.00", "2026-115 2026-114");
        matching.work(job);
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");

        assertThat(matching.work(job).suggested()).isEqualTo(1);

        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(line).proposals()).isNotEmpty();
        assertThat(ledger.standing()).isZero();
    }

    @Test
    void waitsForARivalThatTheLedgersNextPageBrings() throws Exception {
        TransactionId line = in("T1", "121.00", "2026-115 2026-114");
        matching.work(job);
        sale("S1", "2026-114", "121.00");
        for (int i = 0; i < 1000; i++) {
            sale("F" + i, "F-77" + i, "9" + i + ".05");
        }
        sale("S2", "2026-115", "450.00");

        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);
        assertThat(ledger.standing()).isZero();
    }

    @Test
    void onlyProposesWhatWasIssuedAfterTheMoneyCame() throws Exception {
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        enter(ledger, "S1", OpenItem.Type.INVOICE, "2026-114", "121.00", DAY.plusDays(1));

        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(line).proposals().get(0).applications()).isEqualTo(pays("S1", "121.00"));
        assertThat(decision(line).evidence())
                .contains(Evidence.of(
                        Evidence.Speaks.AGAINST,
                        ReasonCode.ISSUED_AFTER_THE_MONEY,
                        new Argument.Document("2026-114", false)));
        assertThat(ledger.standing()).isZero();
    }

    @Test
    void revisesAnOpenProposalWhenTheCreditNoteIsEnteredThatNetsIt() throws Exception {
        sale("S1", "2026-114", "239.80");
        TransactionId line = in("T1", "159.71", "2026-114 CN 2026-77");
        matching.work(job);
        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);
        enter(ledger, "C1", OpenItem.Type.CREDIT_NOTE, "CN 2026-77", "80.09", DAY.minusDays(1));

        matching.work(job);

        Decision after = decision(line);
        assertThat(after.state()).isIn(State.SUGGESTED, State.AUTOMATIC);
        assertThat(
                        after.state() == State.AUTOMATIC
                                ? after.applications()
                                : after.proposals().get(0).applications())
                .extracting(one -> one.document().value())
                .containsExactlyInAnyOrder("S1", "C1");
    }

    @Test
    void leavesALineAloneThatADocumentDoesNotConcern() throws Exception {
        sale("S1", "2026-115", "450.00");
        TransactionId line = in("T1", "77.00", "zie mail");
        matching.work(job);
        Decision before = decision(line);
        sale("S2", "2026-114", "121.00");

        matching.work(job);

        assertThat(decision(line)).isEqualTo(before);
    }

    @Test
    void neverTouchesWhatAPersonDecided() throws Exception {
        TransactionId aside = in("T1", "121.00", "factuur 2026-114");
        sale("S2", "2026-115", "450.00");
        TransactionId undone = in("T2", "450.00", "factuur 2026-115 en 2026-116");
        sale("S9", "2026-999", "33.00");
        TransactionId confirmed = in("T3", "33.00", "2026-114");
        matching.work(job);
        Decision set = matching.setAside(bookkeeper, aside, decision(aside).version());
        matching.setAside(bookkeeper, undone, decision(undone).version());
        Decision open = matching.undo(bookkeeper, undone, decision(undone).version());
        Decision booked =
                matching.confirm(bookkeeper, confirmed, decision(confirmed).version(), pays("S9", "33.00"));
        sale("S1", "2026-114", "121.00");
        sale("S3", "2026-116", "450.00");

        matching.work(job);

        assertThat(decision(aside)).isEqualTo(set);
        assertThat(decision(undone)).isEqualTo(open);
        assertThat(decision(confirmed)).isEqualTo(booked);
    }

    @Test
    void proposesADocumentToOtherLinesWhenAPersonTakesItsBookingBack() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId first = in("T1", "121.00", "factuur 2026-114");
        TransactionId second = in("T2", "121.00", "factuur 2026-114");
        matching.work(job);
        assertThat(decision(second).state()).isEqualTo(State.NONE);

        matching.undo(bookkeeper, first, decision(first).version());

        assertThat(decision(second).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(second).proposals().get(0).applications()).isEqualTo(pays("S1", "121.00"));
        long version = decision(second).version();
        matching.work(job);
        assertThat(decision(second).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(second).version()).as("nothing new to say").isEqualTo(version);
        assertThat(ledger.standing()).isZero();
    }

    @Test
    void linksALineWhosePaymentTheHostEnteredWithItsDocument() throws Exception {
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        matching.bindPayments(new Payments(new AtomicBoolean()));
        sale("S1", "2026-114", "121.00");

        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.LINKED);
        assertThat(ledger.standing()).isZero();
    }

    @Test
    void losesNothingWhenARunBreaksOffBetween() throws Exception {
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        AtomicBoolean away = new AtomicBoolean(true);
        Payments host = new Payments(away);
        matching.bindPayments(host);
        sale("S1", "2026-114", "121.00");
        assertThat(matching.work(job).waiting()).asString().contains("did not answer");
        assertThat(decision(line).state()).isEqualTo(State.NONE);

        restart();
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
    }

    /** A host that has one payment of the customer, when it answers. */
    private record Payments(AtomicBoolean away) implements HostPayments {

        @Override
        public List<HostPayment> payments(Caller caller, LocalDate from, LocalDate to)
                throws LedgerUnavailableException {
            if (away.get()) {
                throw new LedgerUnavailableException("the host is away", null);
            }
            return List.of(new HostPayment(
                    "PAY7", Money.of("121.00", "EUR"), DAY, null, AccountReference.of(PAYER), null, List.of()));
        }

        @Override
        public List<AnnouncedPayment> announced(Caller caller) {
            return List.of();
        }
    }
}
