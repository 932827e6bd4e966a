/** What a company has ruled, as the core takes it. */
@NullMarked
package org.bankfeed.matching.internal.rule;

import org.jspecify.annotations.NullMarked;
