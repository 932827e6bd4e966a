/** Finders of explanations: what a line may pay, take back or speak of, each with what speaks for it. */
@NullMarked
package org.bankfeed.matching.internal.core.find;

import org.jspecify.annotations.NullMarked;
