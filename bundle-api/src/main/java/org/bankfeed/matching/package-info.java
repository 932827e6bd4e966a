/** What each bank line pays, why, and how a person confirms it or takes it back. */
@Export
@Version("4.4.0")
@NullMarked
package org.bankfeed.matching;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
