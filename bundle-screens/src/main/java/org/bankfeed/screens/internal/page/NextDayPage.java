package org.bankfeed.screens.internal.page;

import org.bankfeed.rehearsal.DayReport;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;

/** In a demonstration: lets a day pass, and says what it brought. */
public final class NextDayPage {

    private final Rooms rooms;

    public NextDayPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer pass(Visit visit) {
        DayReport report = rooms.timeLapse()
                .orElseThrow(() -> RefusedException.notFound("Days pass on demand only in a demonstration."))
                .nextDay(visit.caller());
        String day = new Format(rooms.clock()).day(report.day());
        if (report.problem() != null) {
            visit.warn(day + ": " + report.problem());
        } else {
            visit.say(day + ": " + Words.counted(report.documents(), "new document") + ", "
                    + Words.counted(report.lines(), "bank line") + "; " + report.automatic() + " booked by themselves, "
                    + report.toDecide() + " to decide.");
        }
        return new Answer.See(visit.parameters().ownPath("back", "/"));
    }
}
