/** The simulator's certificates. */
@NullMarked
package org.bankfeed.simulator.internal.tls;

import org.jspecify.annotations.NullMarked;
