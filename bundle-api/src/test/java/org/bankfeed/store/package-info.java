/** Fakes and contract tests for {@code org.bankfeed.store}, for any implementer. */
@NullMarked
package org.bankfeed.store;

import org.jspecify.annotations.NullMarked;
