/** Tries the matching service. */
@NullMarked
package org.bankfeed.matching.internal;

import org.jspecify.annotations.NullMarked;
