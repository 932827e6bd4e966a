/** Plays a recorded life of a company to the matching's core, and holds its answers against what was decided. */
@NullMarked
package org.bankfeed.matching.internal.backtest;

import org.jspecify.annotations.NullMarked;
