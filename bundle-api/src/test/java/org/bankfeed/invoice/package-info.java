/** Fakes and contract tests for {@code org.bankfeed.invoice}, for any implementer. */
@NullMarked
package org.bankfeed.invoice;

import org.jspecify.annotations.NullMarked;
