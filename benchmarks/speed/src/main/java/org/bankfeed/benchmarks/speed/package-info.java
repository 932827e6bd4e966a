/** How fast the core is, and how it grows. */
@NullMarked
package org.bankfeed.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
