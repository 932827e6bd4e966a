/** How a link is made, renewed and ended, and what the application may do over all of them. */
@NullMarked
package org.bankfeed.ponto.internal.link;

import org.jspecify.annotations.NullMarked;
