/**
 * The recorded life of a company, one event a line: invoices opened and closed, bank lines booked, and what the
 * bookkeeper made of them. Reads and writes {@code history.jsonl}, and writes the answers to it.
 */
@Export
@Version("1.3.0")
@NullMarked
package org.bankfeed.history;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
