/** How resources are asked for: with a token, and page by page. */
@NullMarked
package org.bankfeed.ponto.internal.resource;

import org.jspecify.annotations.NullMarked;
