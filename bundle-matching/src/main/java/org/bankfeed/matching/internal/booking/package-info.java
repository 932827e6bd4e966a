/** Sends what was decided to the ledger, and writes its answers. */
@NullMarked
package org.bankfeed.matching.internal.booking;

import org.jspecify.annotations.NullMarked;
