/** The certificates and private keys that a configuration names. */
@NullMarked
package org.bankfeed.ponto.internal.key;

import org.jspecify.annotations.NullMarked;
