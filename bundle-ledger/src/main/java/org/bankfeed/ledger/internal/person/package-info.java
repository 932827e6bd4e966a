/** What somebody enters, withdraws or closes by hand: documents and payments. */
@NullMarked
package org.bankfeed.ledger.internal.person;

import org.jspecify.annotations.NullMarked;
