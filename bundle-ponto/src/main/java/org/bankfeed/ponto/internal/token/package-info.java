/** Where access tokens come from, and how the one refresh token of a link is kept. */
@NullMarked
package org.bankfeed.ponto.internal.token;

import org.jspecify.annotations.NullMarked;
