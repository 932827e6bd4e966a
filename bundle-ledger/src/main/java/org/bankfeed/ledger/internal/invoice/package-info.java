/** Documents, as the books keep and show them. */
@NullMarked
package org.bankfeed.ledger.internal.invoice;

import org.jspecify.annotations.NullMarked;
