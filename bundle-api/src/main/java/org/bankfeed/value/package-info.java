/** Values that every room speaks of: money, account numbers, payment references. */
@Export
@Version("1.1.0")
@NullMarked
package org.bankfeed.value;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
