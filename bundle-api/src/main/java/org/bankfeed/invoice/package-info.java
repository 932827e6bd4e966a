/** The host ERP's side: open items and their changes in, bookings and their reversal out. */
@Export
@Version("1.8.0")
@NullMarked
package org.bankfeed.invoice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
