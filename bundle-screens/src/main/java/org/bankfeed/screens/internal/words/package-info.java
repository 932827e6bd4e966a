/** In which words, and with which figures, a page speaks: English, Dutch, French or German. */
@NullMarked
package org.bankfeed.screens.internal.words;

import org.jspecify.annotations.NullMarked;
