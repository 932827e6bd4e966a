package org.bankfeed.screens.internal.page;

import java.util.HashMap;
import java.util.Map;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Reading;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** Reads the banks now, and tells the page that is shown meanwhile how far that is. */
public final class ReadingPage {

    private final Errands errands;

    public ReadingPage(Errands errands) {
        this.errands = errands;
    }

    public Answer begin(Visit visit) {
        if (!errands.begin(visit.caller())) {
            visit.say(Message.of("reading.already"));
        }
        return new Answer.See(visit.parameters().ownPath("back", "/"));
    }

    /** What a page asks for each second while it shows a reading; at the end that page is loaded anew, with what came. */
    public Answer look(Visit visit) {
        boolean running =
                errands.of(visit.session().company()).filter(Reading::running).isPresent();
        if (visit.part() && !running) {
            return new Answer.Reload();
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        return Answer.Page.of(visit.part() ? "reading-part.ftlh" : "reading.ftlh", model);
    }
}
