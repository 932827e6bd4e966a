@NullMarked
package org.bankfeed.screens.internal.words;

import org.jspecify.annotations.NullMarked;
