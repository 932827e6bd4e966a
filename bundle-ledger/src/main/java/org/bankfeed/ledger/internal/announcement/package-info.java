/** What is sent to the bank, by hand or in payment files, until the bank has carried it out. */
@NullMarked
package org.bankfeed.ledger.internal.announcement;

import org.jspecify.annotations.NullMarked;
