package org.bankfeed.matching;

import java.time.Instant;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.AccountReference;

/**
 * That an account pays for a party, learned from a booking.
 *
 * @param account who pays
 * @param partyId the host's id of the party
 * @param from the line whose booking taught it; undoing that booking unlearns it
 * @param learnedAt when
 */
public record LearnedFact(AccountReference account, String partyId, TransactionId from, Instant learnedAt) {}
