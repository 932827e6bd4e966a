package org.bankfeed.words;

import java.util.List;

/** What somebody else said, in words that are not ours. */
public enum Quotation implements Code {
    QUOTED;

    @Override
    public List<Class<? extends Argument>> parameters() {
        return List.of(Argument.Quote.class);
    }
}
