/** Reads payment files of ours: ISO 20022 credit transfers (pain.001) and direct debits (pain.008). */
@NullMarked
package org.bankfeed.ledger.internal.pain;

import org.jspecify.annotations.NullMarked;
