/** Synchronizations that a person ordered. */
@NullMarked
package org.bankfeed.ponto.internal.order;

import org.jspecify.annotations.NullMarked;
