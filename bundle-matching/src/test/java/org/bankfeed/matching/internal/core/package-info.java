/** Tries the core. */
@NullMarked
package org.bankfeed.matching.internal.core;

import org.jspecify.annotations.NullMarked;
