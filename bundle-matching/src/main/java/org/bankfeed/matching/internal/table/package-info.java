/** The matching's tables and their rows, and what is said of a line between two transactions. */
@NullMarked
package org.bankfeed.matching.internal.table;

import org.jspecify.annotations.NullMarked;
