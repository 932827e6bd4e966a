/** The real thing in Karaf, and the rules between the rooms. */
@NullMarked
package org.bankfeed.it;

import org.jspecify.annotations.NullMarked;
