/** Readers of text: which documents of the book a line's texts name, however they were damaged. */
@NullMarked
package org.bankfeed.matching.internal.core.read;

import org.jspecify.annotations.NullMarked;
