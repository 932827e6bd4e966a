/** The lines of an account: those of its statement, by pointer, and those beside it. */
@NullMarked
package org.bankfeed.ponto.internal.statement;

import org.jspecify.annotations.NullMarked;
