/** The one database, spoken to without SQL types: transactions, rows, audit, secrets. */
@Export
@Version("1.2.0")
@NullMarked
package org.bankfeed.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
