/** Sales and purchases: what paid each; entering, cancelling, settling by hand. */
@NullMarked
package org.bankfeed.screens.internal.page.invoice;

import org.jspecify.annotations.NullMarked;
