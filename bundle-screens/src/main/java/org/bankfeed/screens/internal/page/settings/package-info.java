/** Settings: the links to providers, connecting and coming back, the bank accounts. */
@NullMarked
package org.bankfeed.screens.internal.page.settings;

import org.jspecify.annotations.NullMarked;
