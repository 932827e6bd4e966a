/** Where one company's lines are worked on: its book in memory, as it is written. */
@NullMarked
package org.bankfeed.matching.internal.desk;

import org.jspecify.annotations.NullMarked;
