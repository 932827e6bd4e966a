package org.bankfeed.screens.internal.web;

import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;

/** A request that cannot be followed; what is said tells why and what to do, in one sentence. Nothing was done. */
public final class RefusedException extends RuntimeException {

    private final int status;
    private final transient Message said;

    /** @param said to the person; the exception's own message is the same in English */
    public RefusedException(int status, Message said) {
        super(Texts.ENGLISH.say(said));
        this.status = status;
        this.said = said;
    }

    public static RefusedException malformed(Message said) {
        return new RefusedException(400, said);
    }

    public static RefusedException notFound(Message said) {
        return new RefusedException(404, said);
    }

    public int status() {
        return status;
    }

    public Message said() {
        return said;
    }
}
