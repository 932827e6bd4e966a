/** Who sits at the shell, and the room's settings. */
@NullMarked
package org.bankfeed.shell.internal;

import org.jspecify.annotations.NullMarked;
