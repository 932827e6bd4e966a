/**
 * What is known of one company: its documents with what is open of them, the lines that came, and who pays for whom; with the
 * index that leads to each of them. Only the book changes it.
 */
@NullMarked
package org.bankfeed.matching.internal.core.book;

import org.jspecify.annotations.NullMarked;
