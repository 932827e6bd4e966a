package org.bankfeed.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the simulated world stands, for who compares with it what a client shows. */
public record Truth(Instant now, List<Organization> organizations, List<Account> accounts) {

    public Truth {
        organizations = List.copyOf(organizations);
        accounts = List.copyOf(accounts);
    }

    /**
     * A customer of Ponto's.
     *
     * @param linked whether its integration with the application stands
     * @param onboarded whether it has given Ponto all that it must
     */
    public record Organization(String id, String name, boolean linked, boolean blocked, boolean onboarded) {}

    /** What the last synchronization of an account's lines came to. */
    public enum Outcome {
        NONE,
        SUCCESS,
        /** The bank does not accept the authorization. */
        CONSENT,
        /** The bank's own machines failed. */
        BANK
    }

    /**
     * An account as Ponto has it now.
     *
     * @param organization the id of whose it is
     * @param shared whether the application may see it
     * @param deprecated whether Ponto has another connection to its bank
     * @param readOnly whether its bank cannot be asked now
     * @param askedAt when its bank last answered Ponto; null if it never did
     * @param authorizationEnds when its authorization is expected to end; null if it never was given
     */
    public record Account(
            String id,
            String organization,
            String reference,
            String currency,
            boolean shared,
            boolean deprecated,
            boolean readOnly,
            @Nullable Instant askedAt,
            @Nullable Instant authorizationEnds,
            Outcome last) {}
}
