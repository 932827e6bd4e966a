/** A configuration as it was written, and where one is at fault. */
@NullMarked
package org.bankfeed.ponto.internal.config;

import org.jspecify.annotations.NullMarked;
