package org.bankfeed.ponto.internal;

import java.time.Duration;
import java.util.Set;

/**
 * What is not said with authority about synchronizations, and may change.
 *
 * @param subtype of the job that brings transactions
 * @param patience how long a person is kept waiting
 * @param consent codes of errors that mean that the consent at the bank has ended
 * @param passing codes of errors that mean that a little later it will go
 */
record OrderRules(String subtype, Duration patience, Set<String> consent, Set<String> passing) {}
