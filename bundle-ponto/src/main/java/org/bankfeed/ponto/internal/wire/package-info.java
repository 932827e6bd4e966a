/** What Ponto writes: JSON, moments, amounts, answers and problems, read from their literal text. */
@NullMarked
package org.bankfeed.ponto.internal.wire;

import org.jspecify.annotations.NullMarked;
