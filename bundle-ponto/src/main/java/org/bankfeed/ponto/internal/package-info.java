/** Ponto's protocol: transport, tokens, resources and their mapping, behind one {@code BankFeed}. */
@NullMarked
package org.bankfeed.ponto.internal;

import org.jspecify.annotations.NullMarked;
