/** What only a demonstration offers: time that passes on demand. Never beside a company's real books. */
@Export
@Version("1.0.0")
@NullMarked
package org.bankfeed.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
