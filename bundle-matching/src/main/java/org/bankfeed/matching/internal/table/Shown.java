package org.bankfeed.matching.internal.table;

import java.time.ZoneId;
import java.util.List;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Proposal;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/** A line that was taken up, as others see it: a decision for people, a booking for the ledger. */
public final class Shown {

    /** As a person reads it who sits where the banks are. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Shown() {}

    public static Decision decision(Taken taken) {
        return new Decision(
                TransactionId.parse(taken.line.id()),
                taken.state,
                taken.booking,
                applications(taken),
                taken.confidence,
                taken.words.evidence(),
                taken.words.proposals().stream()
                        .map(one -> proposal(taken, one))
                        .toList(),
                taken.attempt,
                taken.version,
                taken.decidedBy,
                taken.decidedAt,
                taken.problem,
                taken.counterEntry,
                taken.settledItem == null ? null : new DocumentId(taken.settledItem),
                taken.givesBack == null ? null : TransactionId.parse(taken.givesBack));
    }

    /**
     * What goes to the ledger: made of what is written only, so that sending it again sends the same.
     *
     * @param executed ids of the announced payments that the line carried out
     */
    public static Booking booking(Taken taken, List<String> executed) {
        Line line = taken.line;
        return new Booking(
                taken.key(),
                AccountReference.of(line.account()),
                taken.hostAccount,
                line.day(),
                Minor.money(line.amount(), line.currency()),
                line.name().isEmpty() ? null : line.name(),
                line.text().isEmpty() ? null : line.text(),
                applications(taken),
                executed);
    }

    /** What was last decided, by whom and when, for one who saw something else before. */
    public static Sentence whatHappened(Taken taken) {
        return taken.booking == BookingStatus.REVERSING ? Sentence.of(RefusalCode.JUST_TAKEN_BACK) : decided(taken);
    }

    private static Sentence decided(Taken taken) {
        Moment when = new Moment(taken.decidedAt, ZONE);
        return switch (taken.state) {
            case AUTOMATIC -> Sentence.of(RefusalCode.MEANWHILE_BOOKED, when);
            case CONFIRMED ->
                Sentence.of(RefusalCode.MEANWHILE_CONFIRMED, when, new Name(String.valueOf(taken.decidedBy)));
            case NOT_AN_INVOICE ->
                taken.decidedBy == null
                        ? Sentence.of(RefusalCode.MEANWHILE_SET_ASIDE, when)
                        : Sentence.of(RefusalCode.MEANWHILE_SET_ASIDE_BY, when, new Name(taken.decidedBy));
            case LINKED -> Sentence.of(RefusalCode.MEANWHILE_LINKED, when);
            case SUGGESTED, NONE ->
                Sentence.of(
                        taken.problem != null
                                ? RefusalCode.MEANWHILE_NOT_TAKEN
                                : taken.leftOpen ? RefusalCode.MEANWHILE_OPENED : RefusalCode.MEANWHILE_JUDGED,
                        when);
        };
    }

    private static List<Application> applications(Taken taken) {
        return taken.parts.stream().map(part -> application(taken, part)).toList();
    }

    private static Proposal proposal(Taken taken, Verdict.Explained explained) {
        List<Application> applications = explained.shares().stream()
                .map(share -> application(taken, new Taken.Part(share, 1)))
                .toList();
        return new Proposal(applications, explained.confidence(), explained.evidence());
    }

    private static Application application(Taken taken, Taken.Part part) {
        Share share = part.share();
        String currency = taken.line.currency();
        return new Application(
                new DocumentId(share.document()),
                Minor.money(share.amount(), currency),
                Minor.money(share.writeOff(), currency),
                share.takesBack() == null ? null : new BookingKey(share.takesBack(), part.takesBackAttempt()));
    }
}
