/** The project's own benchmark: companies that it makes up, and how each kind of bank line is matched. */
@NullMarked
package org.bankfeed.benchmarks.kinds;

import org.jspecify.annotations.NullMarked;
