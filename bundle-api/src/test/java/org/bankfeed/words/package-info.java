@NullMarked
package org.bankfeed.words;

import org.jspecify.annotations.NullMarked;
