/** What a person or a test can make happen in the simulated world. */
@NullMarked
package org.bankfeed.simulator.internal.control;

import org.jspecify.annotations.NullMarked;
