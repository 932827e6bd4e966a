/** What persons say: of lines, of what was learned, of rules. */
@NullMarked
package org.bankfeed.matching.internal.person;

import org.jspecify.annotations.NullMarked;
