/** Fakes and contract tests for {@code org.bankfeed.access}, for any implementer. */
@NullMarked
package org.bankfeed.access;

import org.jspecify.annotations.NullMarked;
