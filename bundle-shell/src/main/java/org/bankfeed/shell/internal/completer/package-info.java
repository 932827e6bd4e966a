/** What the tab key offers. */
@NullMarked
package org.bankfeed.shell.internal.completer;

import org.jspecify.annotations.NullMarked;
