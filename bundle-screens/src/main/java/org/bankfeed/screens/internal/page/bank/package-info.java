/** The bank: every line, its evidence, and what a person says of it. */
@NullMarked
package org.bankfeed.screens.internal.page.bank;

import org.jspecify.annotations.NullMarked;
