/** The pages, walked over HTTP with the real rooms behind them. */
@NullMarked
package org.bankfeed.screens.internal;

import org.jspecify.annotations.NullMarked;
