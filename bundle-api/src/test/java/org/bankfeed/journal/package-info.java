/** Fakes and contract tests for {@code org.bankfeed.journal}, for any implementer. */
@NullMarked
package org.bankfeed.journal;

import org.jspecify.annotations.NullMarked;
