/** How things are said on a page: money, days, standings. */
@NullMarked
package org.bankfeed.screens.internal.view;

import org.jspecify.annotations.NullMarked;
