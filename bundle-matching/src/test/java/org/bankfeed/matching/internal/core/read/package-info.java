/** Tries the readers of text. */
@NullMarked
package org.bankfeed.matching.internal.core.read;

import org.jspecify.annotations.NullMarked;
