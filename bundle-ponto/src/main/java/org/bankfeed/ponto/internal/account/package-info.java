/** The accounts that a link shares, and their banks. */
@NullMarked
package org.bankfeed.ponto.internal.account;

import org.jspecify.annotations.NullMarked;
