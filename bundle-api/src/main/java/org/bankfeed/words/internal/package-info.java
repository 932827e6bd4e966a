/** How codes with arguments become sentences in the reader's language; for the packages of this bundle alone. */
@NullMarked
package org.bankfeed.words.internal;

import org.jspecify.annotations.NullMarked;
