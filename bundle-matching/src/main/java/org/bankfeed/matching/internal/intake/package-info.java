/** Takes up what is new in the ledger and in the journal. */
@NullMarked
package org.bankfeed.matching.internal.intake;

import org.jspecify.annotations.NullMarked;
