/** The services beside the matching, which come and go, and what they tell in the core's terms. */
@NullMarked
package org.bankfeed.matching.internal.neighbour;

import org.jspecify.annotations.NullMarked;
