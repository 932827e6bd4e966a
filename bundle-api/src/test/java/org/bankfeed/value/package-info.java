/** Fakes and contract tests for {@code org.bankfeed.value}, for any implementer. */
@NullMarked
package org.bankfeed.value;

import org.jspecify.annotations.NullMarked;
