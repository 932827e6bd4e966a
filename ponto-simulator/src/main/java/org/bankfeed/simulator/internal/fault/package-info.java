/** Faults on purpose: when they happen, and those of the network. */
@NullMarked
package org.bankfeed.simulator.internal.fault;

import org.jspecify.annotations.NullMarked;
