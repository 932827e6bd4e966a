/** The pages, one class each: what they show and what can be done on them. Those of a part of the menu in a package. */
@NullMarked
package org.bankfeed.screens.internal.page;

import org.jspecify.annotations.NullMarked;
