/** Seeded years of a bank link under faults: the true client and journal against the simulator, on one virtual clock. */
@NullMarked
package org.bankfeed.benchmarks.simulate;

import org.jspecify.annotations.NullMarked;
