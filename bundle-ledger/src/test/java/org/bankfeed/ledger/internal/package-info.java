@NullMarked
package org.bankfeed.ledger.internal;

import org.jspecify.annotations.NullMarked;
