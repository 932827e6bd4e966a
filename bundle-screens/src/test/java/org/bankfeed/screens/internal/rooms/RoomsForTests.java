package org.bankfeed.screens.internal.rooms;

import java.time.Clock;
import org.bankfeed.access.SignIn;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.MatchingRules;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.rehearsal.TimeLapse;
import org.jspecify.annotations.Nullable;

/** Lets services come and go, as in a container. */
public final class RoomsForTests {

    private RoomsForTests() {}

    public static void signIn(Rooms rooms, @Nullable SignIn signIn) {
        rooms.signIn = signIn;
    }

    public static void journal(Rooms rooms, @Nullable BankJournal journal) {
        rooms.journal = journal;
    }

    public static void matching(Rooms rooms, @Nullable PaymentMatching matching) {
        rooms.matching = matching;
    }

    public static void backtests(Rooms rooms, @Nullable Backtests backtests) {
        rooms.backtests = backtests;
    }

    public static void rules(Rooms rooms, @Nullable MatchingRules rules) {
        rooms.rules = rules;
    }

    public static void ledger(Rooms rooms, @Nullable InvoiceLedger ledger, @Nullable InvoiceEntry entry) {
        rooms.ledger = ledger;
        rooms.entry = entry;
    }

    public static void paymentFiles(Rooms rooms, @Nullable PaymentFiles files) {
        rooms.paymentFiles = files;
    }

    public static void timeLapse(Rooms rooms, @Nullable TimeLapse timeLapse) {
        rooms.timeLapse = timeLapse;
    }

    public static void clock(Rooms rooms, @Nullable Clock clock) {
        rooms.clock = clock;
    }
}
