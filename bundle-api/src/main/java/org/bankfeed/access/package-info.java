/** Who acts, for which company, with what rights: part of every business call. */
@Export
@Version("1.3.0")
@NullMarked
package org.bankfeed.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
