/** Decides what bank lines pay, keeps what was decided, and sees it into the books. */
@NullMarked
package org.bankfeed.matching.internal;

import org.jspecify.annotations.NullMarked;
