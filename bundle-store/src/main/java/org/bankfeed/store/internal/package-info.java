/** Opens the database behind {@code org.bankfeed.store}. Only this package and those below it see {@code java.sql}. */
@NullMarked
package org.bankfeed.store.internal;

import org.jspecify.annotations.NullMarked;
