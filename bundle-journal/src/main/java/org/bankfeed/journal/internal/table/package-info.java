/** The journal's tables and their rows, and what is done with them in one transaction. */
@NullMarked
package org.bankfeed.journal.internal.table;

import org.jspecify.annotations.NullMarked;
