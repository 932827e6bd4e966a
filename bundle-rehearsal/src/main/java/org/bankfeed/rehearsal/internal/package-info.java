/**
 * For demo and tests: plays a company's life through the whole chain, and moves the container's clock. It acts by the
 * services alone, as the host's users would, and reads what came of it by the services alone.
 */
@NullMarked
package org.bankfeed.rehearsal.internal;

import org.jspecify.annotations.NullMarked;
