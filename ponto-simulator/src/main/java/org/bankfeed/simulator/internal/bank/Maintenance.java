package org.bankfeed.simulator.internal.bank;

import java.time.Instant;

/** A bank, or Ponto's connection to it, cannot be asked for a while. */
public record Maintenance(Kind kind, Instant from, Instant to) {

    /** Whose maintenance it is. The words are the API's. */
    public enum Kind {
        /** Ponto works on the connection: no data at all. */
        internal,
        /** The bank cannot be reached: what is there can be read. */
        financialInstitution
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
