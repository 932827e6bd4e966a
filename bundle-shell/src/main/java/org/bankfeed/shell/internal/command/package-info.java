/** The {@code bank:*} commands. */
@NullMarked
package org.bankfeed.shell.internal.command;

import org.jspecify.annotations.NullMarked;
