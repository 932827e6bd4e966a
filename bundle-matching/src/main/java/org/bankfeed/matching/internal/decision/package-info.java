/** Makes a line's decision of what the core says of it: when it comes, beside the others of its day, and again. */
@NullMarked
package org.bankfeed.matching.internal.decision;

import org.jspecify.annotations.NullMarked;
