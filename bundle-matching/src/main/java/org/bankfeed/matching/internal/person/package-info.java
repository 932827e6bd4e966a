/** What persons say: of lines, and of what was learned. */
@NullMarked
package org.bankfeed.matching.internal.person;

import org.jspecify.annotations.NullMarked;
