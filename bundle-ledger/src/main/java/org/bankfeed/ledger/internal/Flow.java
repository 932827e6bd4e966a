package org.bankfeed.ledger.internal;

import org.bankfeed.value.Money;

/** Which way money goes over the bank account. */
enum Flow {
    IN,
    OUT;

    /** The way of a signed bank amount. */
    static Flow of(Money amount) {
        return amount.signum() < 0 ? OUT : IN;
    }

    Flow opposite() {
        return this == IN ? OUT : IN;
    }
}
