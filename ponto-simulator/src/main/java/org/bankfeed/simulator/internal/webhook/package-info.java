/** Events of the simulated world, signed and delivered to the application. */
@NullMarked
package org.bankfeed.simulator.internal.webhook;

import org.jspecify.annotations.NullMarked;
