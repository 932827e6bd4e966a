/** Tries the finders. */
@NullMarked
package org.bankfeed.matching.internal.core.find;

import org.jspecify.annotations.NullMarked;
