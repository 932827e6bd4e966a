/** Writes what a bank line pays into the books as a whole, and takes it back as a whole. */
@NullMarked
package org.bankfeed.ledger.internal.booking;

import org.jspecify.annotations.NullMarked;
