/** Fakes and contract tests for {@code org.bankfeed.feed}, for any implementer. */
@NullMarked
package org.bankfeed.feed;

import org.jspecify.annotations.NullMarked;
