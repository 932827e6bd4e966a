/** What was written, as screens show it. */
@NullMarked
package org.bankfeed.matching.internal.listing;

import org.jspecify.annotations.NullMarked;
