/** The one database: connections to it, in what its kinds differ, its errors, and the versions of its tables. */
@NullMarked
package org.bankfeed.store.internal.database;

import org.jspecify.annotations.NullMarked;
