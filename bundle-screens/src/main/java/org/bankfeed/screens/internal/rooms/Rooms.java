package org.bankfeed.screens.internal.rooms;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.Clock;
import java.util.Optional;
import org.bankfeed.access.SignIn;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.MatchingRules;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.rehearsal.TimeLapse;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The services behind the pages as they are now. Each may come late and go away: a page says so, and whoever is signed in
 * stays signed in. That is why they are bound to fields here, and not to the pages' constructors.
 */
@Component(service = Rooms.class, immediate = true)
public final class Rooms {

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable SignIn signIn;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable BankJournal journal;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable PaymentMatching matching;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable Backtests backtests;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable MatchingRules rules;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable InvoiceLedger ledger;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable InvoiceEntry entry;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable PaymentFiles paymentFiles;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable TimeLapse timeLapse;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile @Nullable Clock clock;

    public SignIn signIn() {
        return there(signIn, "room.sign-in", "bankfeed-shell");
    }

    public BankJournal journal() {
        return there(journal, "room.journal", "bankfeed-journal");
    }

    public PaymentMatching matching() {
        return there(matching, "room.matching", "bankfeed-matching");
    }

    public Backtests backtests() {
        return there(backtests, "room.matching", "bankfeed-matching");
    }

    public MatchingRules rules() {
        return there(rules, "room.matching", "bankfeed-matching");
    }

    /** The host's invoices; empty while they are away. */
    public Optional<InvoiceLedger> ledger() {
        return Optional.ofNullable(ledger);
    }

    /** Entering and cancelling documents, where the host lets us. */
    public Optional<InvoiceEntry> entry() {
        return Optional.ofNullable(entry);
    }

    /** Announcing payment files, where the host lets us. */
    public Optional<PaymentFiles> paymentFiles() {
        return Optional.ofNullable(paymentFiles);
    }

    /** The next day, in a demonstration only. */
    public Optional<TimeLapse> timeLapse() {
        return Optional.ofNullable(timeLapse);
    }

    /** The time in the books: the container's clock, or the system's. Sessions keep real time. */
    public Clock clock() {
        Clock now = clock;
        return now == null ? Clock.systemUTC() : now;
    }

    private static <T> T there(@Nullable T room, String called, String feature) {
        if (room == null) {
            throw new MissingRoomException(Message.of("room.missing", Message.of(called), feature));
        }
        return room;
    }
}
