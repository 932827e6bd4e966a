package org.bankfeed.ponto.internal.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is not said with authority about synchronizations, and may change.
 *
 * @param subtype of the job that brings transactions
 * @param patience how long a person is kept waiting
 * @param fresh so young a synchronization is not ordered again
 * @param recent codes of a refusal that mean that all is recent
 * @param consent codes of errors that mean that the consent at the bank has ended
 * @param passing codes of errors that mean that a little later it will go
 */
public record OrderRules(
        String subtype,
        Duration patience,
        Duration fresh,
        Set<String> recent,
        Set<String> consent,
        Set<String> passing) {

    /** The code that says most: that the consent has ended, if any says so. */
    public static String tellingCode(List<String> codes, Set<String> consent) {
        return codes.stream().filter(consent::contains).findFirst().orElse(codes.isEmpty() ? "unknown" : codes.get(0));
    }
}
