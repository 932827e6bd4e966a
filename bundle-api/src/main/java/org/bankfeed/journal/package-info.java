/** The bank's side of the books: connections, accounts, every transaction, notices; an ordered log of them. */
@Export
@Version("4.1.0")
@NullMarked
package org.bankfeed.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
