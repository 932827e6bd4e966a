/** A company's own life, told anew from what was written. */
@NullMarked
package org.bankfeed.matching.internal.history;

import org.jspecify.annotations.NullMarked;
