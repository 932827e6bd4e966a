/** The stage with the books of all companies, and an entry in them: one act, in one transaction, on a day that is open. */
@NullMarked
package org.bankfeed.ledger.internal.books;

import org.jspecify.annotations.NullMarked;
