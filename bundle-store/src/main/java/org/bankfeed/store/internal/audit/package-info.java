/** Who did what: a chain of entries for each company. */
@NullMarked
package org.bankfeed.store.internal.audit;

import org.jspecify.annotations.NullMarked;
