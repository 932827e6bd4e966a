/** Tries what the book knows. */
@NullMarked
package org.bankfeed.matching.internal.core.book;

import org.jspecify.annotations.NullMarked;
