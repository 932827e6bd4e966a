package org.bankfeed.ledger.internal.books;

import org.bankfeed.value.Money;

/** Which way money goes over the bank account. */
public enum Flow {
    IN,
    OUT;

    /** The way of a signed bank amount. */
    public static Flow of(Money amount) {
        return amount.signum() < 0 ? OUT : IN;
    }

    public Flow opposite() {
        return this == IN ? OUT : IN;
    }
}
