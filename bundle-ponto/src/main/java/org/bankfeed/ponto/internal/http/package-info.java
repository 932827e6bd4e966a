/** How a call is made: one client, its signature, its patience, and what a failure means. */
@NullMarked
package org.bankfeed.ponto.internal.http;

import org.jspecify.annotations.NullMarked;
