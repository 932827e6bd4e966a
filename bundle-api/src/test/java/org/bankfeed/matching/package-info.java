/** What the contracts of matching promise by themselves. */
@NullMarked
package org.bankfeed.matching;

import org.jspecify.annotations.NullMarked;
