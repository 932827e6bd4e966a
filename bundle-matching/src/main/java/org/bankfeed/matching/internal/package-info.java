/** The matching's services and its schedule: they check the caller's role, and leave the work to the packages below. */
@NullMarked
package org.bankfeed.matching.internal;

import org.jspecify.annotations.NullMarked;
