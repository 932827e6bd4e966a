/** What the pages of the bank ask the rooms behind them. */
@NullMarked
package org.bankfeed.screens.internal.page.bank;

import org.jspecify.annotations.NullMarked;
