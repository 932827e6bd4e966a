/** How things are said on a page, tried alone. */
@NullMarked
package org.bankfeed.screens.internal.view;

import org.jspecify.annotations.NullMarked;
