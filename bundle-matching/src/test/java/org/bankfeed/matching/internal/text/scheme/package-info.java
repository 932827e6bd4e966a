/** Tries the rules of payment references on the vectors. */
@NullMarked
package org.bankfeed.matching.internal.text.scheme;

import org.jspecify.annotations.NullMarked;
