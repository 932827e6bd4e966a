/** Tries what is decided. */
@NullMarked
package org.bankfeed.matching.internal.core.judge;

import org.jspecify.annotations.NullMarked;
