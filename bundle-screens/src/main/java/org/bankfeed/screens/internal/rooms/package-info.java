/** The services behind the pages. */
@NullMarked
package org.bankfeed.screens.internal.rooms;

import org.jspecify.annotations.NullMarked;
