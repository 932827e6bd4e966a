/** The database behind {@code org.bankfeed.store}: the only package that sees {@code java.sql}. */
@NullMarked
package org.bankfeed.store.internal;

import org.jspecify.annotations.NullMarked;
