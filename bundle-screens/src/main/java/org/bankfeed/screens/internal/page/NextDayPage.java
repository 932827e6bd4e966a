package org.bankfeed.screens.internal.page;

import org.bankfeed.rehearsal.DayReport;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Told;

/** In a demonstration: lets a day pass, and says what it brought. */
public final class NextDayPage {

    private final Rooms rooms;

    public NextDayPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer pass(Visit visit) {
        DayReport report = rooms.timeLapse()
                .orElseThrow(() -> RefusedException.notFound(Message.of("day.no-demo")))
                .nextDay(visit.caller());
        if (report.problem() != null) {
            visit.warn(Message.of("day.problem", report.day(), new Told(report.problem())));
        } else {
            visit.say(Message.of(
                    "day.passed",
                    report.day(),
                    report.documents(),
                    report.lines(),
                    report.automatic(),
                    report.toDecide()));
        }
        return new Answer.See(visit.parameters().ownPath("back", "/"));
    }
}
