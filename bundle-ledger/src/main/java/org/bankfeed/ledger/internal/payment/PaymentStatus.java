package org.bankfeed.ledger.internal.payment;

import org.bankfeed.ledger.internal.books.Flow;

/** OFBiz's statuses of a payment, as far as they are used here. */
enum PaymentStatus {
    PMNT_RECEIVED,
    PMNT_SENT,
    /** Taken back by a counter-entry; its applications stay, each beside the one that reverses it. */
    PMNT_VOID;

    static PaymentStatus of(Flow flow) {
        return flow == Flow.IN ? PMNT_RECEIVED : PMNT_SENT;
    }
}
