/** Ponto Connect's resources. */
@NullMarked
package org.bankfeed.simulator.internal.api;

import org.jspecify.annotations.NullMarked;
