@NullMarked
package org.bankfeed.ledger.internal.pain;

import org.jspecify.annotations.NullMarked;
