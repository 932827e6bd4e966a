/** Rooms filled by hand. */
@NullMarked
package org.bankfeed.screens.internal.rooms;

import org.jspecify.annotations.NullMarked;
