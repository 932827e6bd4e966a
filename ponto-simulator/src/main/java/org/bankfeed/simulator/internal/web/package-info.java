/** Requests, answers and the chain between them, over the JDK's own HTTP server. */
@NullMarked
package org.bankfeed.simulator.internal.web;

import org.jspecify.annotations.NullMarked;
