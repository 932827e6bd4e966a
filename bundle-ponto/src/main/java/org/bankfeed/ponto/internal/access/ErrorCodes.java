package org.bankfeed.ponto.internal.access;

import java.util.Locale;
import java.util.Set;
import org.bankfeed.ponto.internal.wire.Problem;

/**
 * Which codes of errors mean what; nobody has published a list of them, so they are configuration.
 *
 * @param blocked a 403 whose code holds one of these words, in any case, tells of a blocked organization
 * @param reconnect the link, its code or its token is not accepted any more
 * @param client our own client is not accepted
 * @param signature words of a code that tells of a request whose HTTP signature is missing or wrong
 */
public record ErrorCodes(Set<String> blocked, Set<String> reconnect, Set<String> client, Set<String> signature) {

    public boolean isBlocked(Problem problem) {
        return problem.status() == 403 && holds(blocked, problem);
    }

    /** Whether it was the request that was not accepted, and no link or token: connecting again would not help. */
    public boolean isSignature(Problem problem) {
        int status = problem.status();
        return (status == 400 || status == 401 || status == 403) && holds(signature, problem);
    }

    /** Whether the code or refresh token that was given is dead; a 5xx says nothing of it. */
    public boolean isDeadGrant(Problem problem) {
        return problem.status() < 500 && has(reconnect, problem);
    }

    public boolean isClient(Problem problem) {
        return has(client, problem);
    }

    private static boolean holds(Set<String> words, Problem problem) {
        String code = problem.code();
        return code != null
                && words.stream()
                        .anyMatch(word -> code.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean has(Set<String> codes, Problem problem) {
        return problem.code() != null && codes.contains(problem.code());
    }
}
