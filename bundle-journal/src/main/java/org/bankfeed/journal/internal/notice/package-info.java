/** What is to be said of links, accounts and lines as they stand, and the words for it. */
@NullMarked
package org.bankfeed.journal.internal.notice;

import org.jspecify.annotations.NullMarked;
