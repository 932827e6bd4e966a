package org.bankfeed.screens.internal.rooms;

import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;

/** A service that a page needs is not there now; the message says which and what to do. */
public final class MissingRoomException extends RuntimeException {

    private final transient Message said;

    public MissingRoomException(Message said) {
        super(Texts.ENGLISH.say(said));
        this.said = said;
    }

    public Message said() {
        return said;
    }
}
