/** Whether a line that came is one that is known: by its content, or by a person's word. */
@NullMarked
package org.bankfeed.journal.internal.doubt;

import org.jspecify.annotations.NullMarked;
