/** The journal over the store: links to providers, accounts, every bank line, and the log that others read. */
@NullMarked
package org.bankfeed.journal.internal;

import org.jspecify.annotations.NullMarked;
