/** The rules between the rooms: which may know which, and what only one of them may touch. */
@NullMarked
package org.bankfeed.rooms;

import org.jspecify.annotations.NullMarked;
