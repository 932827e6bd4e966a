package org.bankfeed.simulator.internal.bank;

import java.time.Duration;

/**
 * How long synchronizations take and how often they may be asked for.
 *
 * @param synchronization from {@code pending} to the end, in real time
 * @param window how long the next one of the same kind is refused, by the simulator's clock
 */
public record Timing(Duration synchronization, Duration window) {}
