package org.bankfeed.rehearsal.internal;

import java.util.List;
import java.util.Locale;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDecision.Alternative;
import org.bankfeed.history.HistoryDecision.Verdict;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.Proposal;
import org.jspecify.annotations.Nullable;

/** Puts decisions into the words of the history format. */
final class Answers {

    private Answers() {}

    static HistoryDecision of(Decision decision) {
        return switch (decision.state()) {
            case AUTOMATIC, CONFIRMED -> answer(decision, Verdict.AUTOMATIC, decision.applications(), List.of());
            case SUGGESTED -> suggested(decision);
            case NONE, LINKED, NOT_AN_INVOICE -> answer(decision, Verdict.NONE, List.of(), List.of());
        };
    }

    private static HistoryDecision suggested(Decision decision) {
        List<Proposal> proposals = decision.proposals();
        return proposals.isEmpty()
                ? answer(decision, Verdict.NONE, List.of(), List.of())
                : answer(
                        decision,
                        Verdict.SUGGESTED,
                        proposals.get(0).applications(),
                        proposals.subList(1, proposals.size()));
    }

    private static HistoryDecision answer(
            Decision decision, Verdict verdict, List<Application> applications, List<Proposal> others) {
        return new HistoryDecision(
                decision.transaction().feedId(),
                verdict,
                applications(applications),
                decision.confidence(),
                others.stream()
                        .map(other -> new Alternative(applications(other.applications()), other.confidence()))
                        .toList(),
                decision.evidence().stream().map(Answers::reason).toList());
    }

    private static String reason(Evidence evidence) {
        String sentence = evidence.sentence(Locale.ENGLISH);
        return evidence.speaks() == Evidence.Speaks.FOR ? sentence : "Against it: " + sentence;
    }

    private static List<HistoryApplication> applications(List<Application> applications) {
        return applications.stream()
                .map(application -> new HistoryApplication(
                        application.document().value(),
                        application.amount().amount(),
                        application.writeOff().isZero()
                                ? null
                                : application.writeOff().amount(),
                        takesBack(application)))
                .toList();
    }

    /** The line whose application is taken back, as the history calls it. */
    private static @Nullable String takesBack(Application application) {
        BookingKey earlier = application.takesBack();
        return earlier == null
                ? null
                : TransactionId.parse(earlier.transaction()).feedId();
    }
}
