/** Lines and balances as somebody asks for them. */
@NullMarked
package org.bankfeed.journal.internal.listing;

import org.jspecify.annotations.NullMarked;
