/** Payments, and what of each is applied to which document. */
@NullMarked
package org.bankfeed.ledger.internal.payment;

import org.jspecify.annotations.NullMarked;
