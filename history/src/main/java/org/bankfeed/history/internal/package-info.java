/** The life of the built-in company: who it deals with, what they write, and how its days go by. */
@NullMarked
package org.bankfeed.history.internal;

import org.jspecify.annotations.NullMarked;
