/** Tries the readers of text. */
@NullMarked
package org.bankfeed.matching.internal.text;

import org.jspecify.annotations.NullMarked;
