/** A schema for each room, and the transactions on it. */
@NullMarked
package org.bankfeed.store.internal.stage;

import org.jspecify.annotations.NullMarked;
