/** Judges: weigh the explanations of a line against one another, doubt the best of them, and decide. */
@NullMarked
package org.bankfeed.matching.internal.core.judge;

import org.jspecify.annotations.NullMarked;
