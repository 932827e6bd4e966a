package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.Proposal;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.Test;

/** What the service promises, on whatever database. */
abstract class StorePaymentMatchingContract extends MatchingFixture {

    // ---- the way of a line

    @Test
    void booksWhatHasOneExplanationAndShowsTheInvoicePaid() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");

        WorkReceipt receipt = matching.work(job);

        assertThat(receipt).isEqualTo(new WorkReceipt(1, 2, 1, 0, 0, null));
        Decision decision = decision(line);
        assertThat(decision.state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision.booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(decision.attempt()).isEqualTo(1);
        assertThat(decision.evidence()).isNotEmpty();
        assertThat(invoice("S1").standing()).isEqualTo(Standing.PAID);
        assertThat(invoice("S1").paidBy()).containsExactly(line);
        assertThat(ledger.standing()).isEqualTo(1);
        store.checkAuditLog(company);
    }

    @Test
    void aSecondRunFindsNothingNew() throws Exception {
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(matching.work(job)).isEqualTo(new WorkReceipt(0, 0, 0, 0, 0, null));
    }

    @Test
    void asksAPersonWhereTwoExplanationsStand() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId line = in("T1", "121.00", "2026-115 2026-114");

        matching.work(job);

        Decision decision = decision(line);
        assertThat(decision.state()).isEqualTo(State.SUGGESTED);
        assertThat(decision.applications()).isEmpty();
        assertThat(decision.proposals()).isNotEmpty();
        assertThat(ledger.standing()).isZero();
    }

    // ---- who comes late

    @Test
    void waitsForALedgerThatComesLateAndLosesNothing() throws Exception {
        matching.unbindLedger(ledger);
        TransactionId line = in("T1", "121.00", "factuur 2026-114");

        assertThat(matching.work(job).waiting())
                .isEqualTo(Sentence.of(org.bankfeed.matching.RefusalCode.WAITS_FOR_LEDGER));

        sale("S1", "2026-114", "121.00");
        matching.bindLedger(ledger);
        matching.work(job);
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void waitsForAJournalThatIsAway() throws Exception {
        matching.unbindJournal(journal);
        sale("S1", "2026-114", "121.00");

        assertThat(matching.work(job).waiting())
                .isEqualTo(Sentence.of(org.bankfeed.matching.RefusalCode.WAITS_FOR_JOURNAL));
    }

    @Test
    void doesNotGuessWhenAnAnswerIsLost() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        ledger.loseNextAnswer();

        WorkReceipt receipt = matching.work(job);

        assertThat(receipt.pending()).isEqualTo(1);
        assertThat(receipt.waiting()).asString().startsWith("The invoice ledger did not answer");
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.PENDING);

        matching.work(job);

        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(ledger.standing()).isEqualTo(1);
    }

    @Test
    void sendsADecisionThatWasWrittenBeforeACrash() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        ledger.loseNextAnswer();
        matching.work(job);

        restart();
        matching.work(job);

        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(invoice("S1").standing()).isEqualTo(Standing.PAID);
        assertThat(ledger.standing()).isEqualTo(1);
    }

    @Test
    void remembersAfterARestartWhoPaysForWhom() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        restart();

        TransactionId line = in("T2", "450.00", "");
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(matching.learned(viewer, FactQuery.first(10)).items())
                .anySatisfy(fact -> assertThat(fact.partyId()).isEqualTo("C1"));
    }

    @Test
    void aCompanyStaysWithTheLedgerOfItsFirstBooking() throws Exception {
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        matching.unbindLedger(ledger);
        matching.bindLedger(new FakeInvoiceLedger("ledger-2"));

        assertThat(matching.work(job).waiting())
                .asString()
                .contains("ledger-1")
                .contains("ledger-2 is another one and is not used");
    }

    @Test
    void takesAnotherLedgerBeforeTheFirstBooking() throws Exception {
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        matching.unbindLedger(ledger);
        FakeInvoiceLedger other = new FakeInvoiceLedger("ledger-2");
        enter(other, "S1", OpenItem.Type.INVOICE, "2026-114", "121.00");
        matching.bindLedger(other);

        matching.work(job);

        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
    }

    // ---- a person's acts

    @Test
    void aPersonConfirmsAndItTeaches() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId line = in("T1", "121.00", "zie mail");
        matching.work(job);

        Decision decision = matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "121.00"));

        assertThat(decision.state()).isEqualTo(State.CONFIRMED);
        assertThat(decision.booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(decision.decidedBy()).isEqualTo("an");
        TransactionId next = in("T2", "450.00", "");
        matching.work(job);
        assertThat(decision(next).state()).isEqualTo(State.AUTOMATIC);
    }

    @Test
    void confirmingTheSameOnceMoreChangesNothing() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "zie mail");
        matching.work(job);
        Decision first = matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "121.00"));

        Decision second = matching.confirm(bookkeeper, line, first.version(), pays("S1", "121.00"));

        assertThat(second).isEqualTo(first);
        assertThat(decision(line)).isEqualTo(first);
    }

    @Test
    void anUndoIntoAClosedPeriodSaysWhereItsCounterEntryStands() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        ledger.closeUntil(bookkeeper, DAY);

        Decision undone = matching.undo(bookkeeper, line, decision(line).version());

        assertThat(undone.counterEntry()).isEqualTo(DAY.plusDays(1));
        assertThat(undone.booking()).isEqualTo(BookingStatus.NONE);
        restart();
        assertThat(decision(line)).isEqualTo(undone);
        assertThat(audited("undo"))
                .contains("The counter-entry stands on 2026-03-11, because the period of the booking is closed");
        Decision again = matching.confirm(bookkeeper, line, undone.version(), pays("S1", "121.00"));
        assertThat(again.counterEntry()).isNull();
        assertThat(again.booking()).isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void whatIsBookedOtherwiseSaysWhereTheCounterEntryOfTheFirstBookingStands() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        ledger.closeUntil(bookkeeper, DAY);

        Decision other = matching.confirm(bookkeeper, line, decision(line).version(), pays("S2", "121.00"));

        assertThat(other.state()).isEqualTo(State.CONFIRMED);
        assertThat(other.counterEntry()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void anUndoIsACounterEntryAndAnotherBookingANewAttempt() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        Decision undone = matching.undo(bookkeeper, line, decision(line).version());

        assertThat(undone.state()).isEqualTo(State.SUGGESTED);
        assertThat(undone.booking()).isEqualTo(BookingStatus.NONE);
        assertThat(undone.evidence()).contains(Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.BOOKING_WAS_TAKEN_BACK));
        assertThat(ledger.standing()).isZero();
        assertThat(invoice("S1").standing()).isEqualTo(Standing.OPEN);
        assertThat(matching.learned(viewer, FactQuery.first(10)).items()).isEmpty();
        matching.work(job);
        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);

        Decision again = matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "121.00"));

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(ledger.booking(job, new BookingKey(line.toString(), 2)).name())
                .isEqualTo("BOOKED");
    }

    @Test
    void aPersonMovesABookingToAnotherDocument() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        matching.confirm(bookkeeper, line, decision(line).version(), pays("S2", "121.00"));

        assertThat(invoice("S1").standing()).isEqualTo(Standing.OPEN);
        assertThat(invoice("S2").standing()).isEqualTo(Standing.PAID);
        assertThat(ledger.standing()).isEqualTo(1);
    }

    @Test
    void aPersonSaysThatALineIsNoInvoice() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        Decision decision = matching.setAside(bookkeeper, line, decision(line).version());

        assertThat(decision.state()).isEqualTo(State.NOT_AN_INVOICE);
        assertThat(ledger.standing()).isZero();
    }

    @Test
    void whatAPersonChoseHimselfHasNoReasonsOfTheProposalThatHePassedOver() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId line = in("T1", "121.00", "2026-115 2026-114");
        matching.work(job);
        List<Proposal> proposals = decision(line).proposals();
        assertThat(proposals).hasSizeGreaterThan(1);

        Decision taken = matching.confirm(
                bookkeeper, line, decision(line).version(), proposals.get(1).applications());
        assertThat(taken.evidence()).isEqualTo(proposals.get(1).evidence());

        Decision own = matching.confirm(bookkeeper, line, taken.version(), pays("S1", "100.00"));
        assertThat(own.evidence()).isEmpty();

        Decision aside = matching.setAside(bookkeeper, line, own.version());
        assertThat(aside.evidence()).isEmpty();
        assertThat(matching.undo(bookkeeper, line, aside.version()).evidence())
                .as("judged anew")
                .isNotEmpty();
    }

    @Test
    void refusesToUndoWhatALaterLineTookBack() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId collected = bring(line("T1", "121.00", "", "PMNT-IDDT-ESDD", "2026-114"));
        TransactionId returned = bring(line("T2", "-121.00", "AM04", "PMNT-IDDT-UPDD", "2026-114"));
        matching.work(job);
        assertThat(decision(returned).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(invoice("S1").standing()).isEqualTo(Standing.OPEN);

        MatchingException refused = catchThrowableOfType(
                MatchingException.class,
                () -> matching.undo(bookkeeper, collected, decision(collected).version()));

        assertThat(refused.reason()).isEqualTo(MatchingException.Reason.NOT_POSSIBLE);
        assertThat(refused)
                .hasMessage("The line of 10 March 2026 (€121.00) took back what this one booked; undo that one first.");
        matching.undo(bookkeeper, returned, decision(returned).version());
        matching.undo(bookkeeper, collected, decision(collected).version());
        assertThat(ledger.standing()).isZero();
    }

    @Test
    void changesNothingWhileTheLedgerIsAway() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        Decision before = decision(line);
        ledger.away(true);

        MatchingException away =
                catchThrowableOfType(MatchingException.class, () -> matching.undo(bookkeeper, line, before.version()));

        assertThat(away.reason()).isEqualTo(MatchingException.Reason.LEDGER_AWAY);
        assertThat(decision(line)).isEqualTo(before);
    }

    @Test
    void aPersonSeesThatSomebodyElseWasFaster() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        long seen = decision(line).version();
        matching.undo(bookkeeper, line, seen);

        MatchingException late =
                catchThrowableOfType(MatchingException.class, () -> matching.setAside(bookkeeper, line, seen));

        assertThat(late.reason()).isEqualTo(MatchingException.Reason.CHANGED_MEANWHILE);
    }

    @Test
    void refusesMoreThanIsOutstandingInOneSentence() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "500.00", "zie mail");
        matching.work(job);

        assertThatThrownBy(
                        () -> matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "500.00")))
                .isInstanceOf(MatchingException.class)
                .hasMessage("On document S1 only €121.00 is outstanding.");
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.NONE);
    }

    @Test
    void keepsWhatIsBookedWhenThePersonsOtherChoiceCannotBe() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        Decision before = decision(line);

        assertThatThrownBy(() -> matching.confirm(bookkeeper, line, before.version(), pays("S2", "450.00")))
                .isInstanceOf(MatchingException.class)
                .hasMessage("The documents come to €450.00, the line to €121.00.");
        assertThat(decision(line)).isEqualTo(before);
        assertThat(ledger.standing()).isEqualTo(1);
    }

    @Test
    void aRefusedBookingBecomesASuggestionWithTheReason() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        ledger.loseNextAnswer();
        matching.work(job);
        ledger.reverse(bookkeeper, new BookingKey(line.toString(), 1), "by hand in the books");

        matching.work(job);

        Decision decision = decision(line);
        assertThat(decision.state()).isEqualTo(State.SUGGESTED);
        assertThat(decision.problem())
                .as("kept as a code, for any language")
                .isEqualTo(Sentence.of(
                        RefusalCode.BOOKING_REVERSED,
                        new Argument.Name(new BookingKey(line.toString(), 1).toString())));
        assertThat(decision.proposals().get(0).applications()).isEqualTo(pays("S1", "121.00"));
    }

    @Test
    void onlyWhoMayActs() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThatThrownBy(() -> matching.work(viewer)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> matching.undo(viewer, line, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> matching.confirm(job, line, 1, pays("S1", "1.00")))
                .isInstanceOf(AccessDeniedException.class);
        Caller stranger = new Caller(new CompanyId("OTHER"), "an", Set.of(Role.VIEWER), Channel.WEB);
        assertThat(matching.decision(stranger, line)).isEmpty();
    }

    // ---- the host's own payments

    @Test
    void aHostThatFailsKeepsNobodyFromConfirmingOrLooking() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "50.00", "dank u");
        matching.work(job);
        matching.bindPayments(new FailingHost());

        Decision confirmed = matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "50.00"));

        assertThat(confirmed.booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(invoice("S1").standing()).isEqualTo(Standing.PARTLY_PAID);
        assertThat(matching.work(job).waiting()).asString().contains("did not answer");
    }

    /** A host that is about to leave. */
    private record FailingHost() implements HostPayments {

        @Override
        public List<HostPayment> payments(Caller caller, LocalDate from, LocalDate to) {
            throw new IllegalStateException("closed");
        }

        @Override
        public List<AnnouncedPayment> announced(Caller caller) {
            throw new IllegalStateException("closed");
        }
    }

    @Test
    void linksALineThatTheBooksHoldAlready() throws Exception {
        sale("S1", "2026-114", "121.00");
        matching.bindPayments(new Host(
                List.of(new HostPayment(
                        "PAY7",
                        Money.of("121.00", "EUR"),
                        DAY,
                        null,
                        AccountReference.of(PAYER),
                        null,
                        List.of(new DocumentId("S1")))),
                List.of()));
        TransactionId first = in("T1", "121.00", "factuur 2026-114");
        TransactionId second = in("T2", "121.00", "factuur 2026-114");

        matching.work(job);

        assertThat(decision(first).state()).isEqualTo(State.LINKED);
        assertThat(decision(first).about()).isEqualTo(new DocumentId("S1"));
        assertThat(decision(second).state()).isEqualTo(State.AUTOMATIC);
        assertThat(ledger.standing()).isEqualTo(1);
    }

    @Test
    void aClosedDocumentIsLinkedNotBooked() throws Exception {
        sale("S1", "2026-114", "121.00");
        matching.work(job);
        ledger.close(bookkeeper, new DocumentId("S1"), DAY);
        TransactionId line = in("T1", "121.00", "factuur 2026-114");

        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.LINKED);
        assertThat(decision(line).about()).isEqualTo(new DocumentId("S1"));
        assertThat(invoice("S1").standing()).isEqualTo(Standing.CLOSED);
    }

    @Test
    void aLinkThatAPersonTakesBackLeavesTheLineOpen() throws Exception {
        sale("S1", "2026-114", "121.00");
        matching.work(job);
        ledger.close(bookkeeper, new DocumentId("S1"), DAY);
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        Decision undone = matching.undo(bookkeeper, line, decision(line).version());

        assertThat(undone.state()).isEqualTo(State.NONE);
    }

    @Test
    void anInvoiceIsOnItsWayWhenAPaymentIsAnnouncedOrPending() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        sale("S3", "2026-116", "77.00");
        matching.bindPayments(new Host(
                List.of(),
                List.of(new AnnouncedPayment(
                        "A1", null, Money.of("121.00", "EUR"), DAY, List.of(new DocumentId("S1"))))));
        matching.work(job);
        journal.pend(ACCOUNT, line("P1", "450.00", "factuur 2026-115", "PMNT-RCDT-ESCT", null));

        assertThat(invoice("S1").standing()).isEqualTo(Standing.ON_ITS_WAY);
        assertThat(invoice("S2").standing()).isEqualTo(Standing.ON_ITS_WAY);
        assertThat(invoice("S2").onItsWay()).contains("€450.00");
        assertThat(invoice("S3").standing()).isEqualTo(Standing.OPEN);
        assertThat(ledger.standing()).isZero();
    }

    // ---- lists

    @Test
    void pagesEveryDocumentEverSeenAndEveryDecision() throws Exception {
        for (int i = 1; i <= 7; i++) {
            sale("S" + i, "2026-11" + i, "12" + i + ".00");
            in("T" + i, "12" + i + ".00", "factuur 2026-11" + i);
        }
        matching.work(job);
        List<String> numbers = new ArrayList<>();
        String after = null;
        do {
            var page = matching.invoices(
                    viewer, new InvoiceQuery(OpenItem.Direction.SALES, Set.of(Standing.PAID), "2026", after, 3));
            page.items().forEach(view -> numbers.add(view.item().number()));
            after = page.next();
        } while (after != null);

        assertThat(numbers).hasSize(7).doesNotHaveDuplicates().isSorted();
        var first = matching.decisions(viewer, new DecisionQuery(Set.of(State.AUTOMATIC), ACCOUNT, null, 5));
        var second = matching.decisions(viewer, new DecisionQuery(Set.of(), null, first.next(), 5));
        assertThat(first.items()).hasSize(5);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
    }

    @Test
    void pagesDocumentsFromTheLatestOnWithoutLossOrDoubling() throws Exception {
        for (int i = 1; i <= 7; i++) {
            sale("S" + i, "2026-11" + i, "12" + i + ".00");
        }
        matching.work(job);
        List<String> numbers = new ArrayList<>();
        String after = null;
        do {
            var page = matching.invoices(
                    viewer,
                    new InvoiceQuery(
                            OpenItem.Direction.SALES, Set.of(), null, after, 3, InvoiceQuery.Order.LATEST_DUE));
            page.items().forEach(view -> numbers.add(view.item().number()));
            after = page.next();
        } while (after != null);

        assertThat(numbers)
                .containsExactly("2026-117", "2026-116", "2026-115", "2026-114", "2026-113", "2026-112", "2026-111");
    }
}
