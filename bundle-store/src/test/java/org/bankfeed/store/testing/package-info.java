/** A store for other modules' tests, without a framework. */
@NullMarked
package org.bankfeed.store.testing;

import org.jspecify.annotations.NullMarked;
