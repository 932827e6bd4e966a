package org.bankfeed.screens.internal.web;

import java.util.Locale;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.screens.internal.session.Flash;
import org.bankfeed.screens.internal.session.Session;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.value.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody who is signed in.
 *
 * @param path after the base, such as {@code /bank}
 * @param parameters of query and form
 * @param session his session
 * @param part whether htmx asks, for a part of the page that is shown already
 * @param language that he chose, else the first of ours that his browser asks for; English if it asks for none
 * @param address his own, as far as the proxies between him and us tell; {@code null} if they do not
 */
public record Visit(
        String path,
        Parameters parameters,
        Session session,
        boolean part,
        Locale language,
        @Nullable InternetAddress address) {

    /** Who asks, for the company he works on now. */
    public Caller caller() {
        return session.person().as(session.company(), Channel.WEB);
    }

    /** The texts in his language. */
    public Texts texts() {
        return Texts.in(language);
    }

    /** Says something on the next page that is shown to him. */
    public void say(Message said) {
        session.say(new Flash(Flash.Tone.GOOD, said));
    }

    /** Says on the next page why something was not done. */
    public void warn(Message said) {
        session.say(new Flash(Flash.Tone.BAD, said));
    }
}
