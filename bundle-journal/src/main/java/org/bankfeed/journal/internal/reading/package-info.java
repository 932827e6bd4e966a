/** The reading of links, accounts and lines, by itself or ordered by a person. */
@NullMarked
package org.bankfeed.journal.internal.reading;

import org.jspecify.annotations.NullMarked;
