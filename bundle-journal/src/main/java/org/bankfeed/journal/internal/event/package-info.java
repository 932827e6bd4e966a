/** Webhooks: taken in, hinting at what to read, compared with what came; and what was refused. */
@NullMarked
package org.bankfeed.journal.internal.event;

import org.jspecify.annotations.NullMarked;
