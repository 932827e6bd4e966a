/** What survives a restart. */
@NullMarked
package org.bankfeed.simulator.internal.state;

import org.jspecify.annotations.NullMarked;
