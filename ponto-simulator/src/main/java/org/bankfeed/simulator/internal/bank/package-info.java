/** The simulated world: banks, accounts, lines, and when Ponto sees them. */
@NullMarked
package org.bankfeed.simulator.internal.bank;

import org.jspecify.annotations.NullMarked;
