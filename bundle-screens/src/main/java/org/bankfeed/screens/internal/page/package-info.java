/** The pages, one class each: what they show and what can be done on them. */
@NullMarked
package org.bankfeed.screens.internal.page;

import org.jspecify.annotations.NullMarked;
