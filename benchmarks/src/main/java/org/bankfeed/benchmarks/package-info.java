/** How good and how fast the matching is, tried from outside. */
@NullMarked
package org.bankfeed.benchmarks;

import org.jspecify.annotations.NullMarked;
