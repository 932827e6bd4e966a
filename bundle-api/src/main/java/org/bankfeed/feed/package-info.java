/** What a bank data provider tells us: accounts, transactions, and how asking can fail. */
@Export
@Version("2.1.0")
@NullMarked
package org.bankfeed.feed;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
