/** A configuration read and proven: all that is needed to speak to Ponto. */
@NullMarked
package org.bankfeed.ponto.internal.access;

import org.jspecify.annotations.NullMarked;
