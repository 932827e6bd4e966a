/** Which node does a job for a company, for how long. */
@NullMarked
package org.bankfeed.store.internal.lease;

import org.jspecify.annotations.NullMarked;
