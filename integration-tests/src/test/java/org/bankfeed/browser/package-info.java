/** What a person sees: the demonstration, walked in Chromium. */
@NullMarked
package org.bankfeed.browser;

import org.jspecify.annotations.NullMarked;
