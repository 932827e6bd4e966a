package org.bankfeed.invoice;

import java.util.List;
import org.bankfeed.value.AccountReference;

/**
 * A customer or supplier as the host knows it.
 *
 * @param id the host's id
 * @param name its name
 * @param kind consumer or business
 * @param accounts the account numbers that the host knows of it, often none
 */
public record Party(String id, String name, Kind kind, List<AccountReference> accounts) {

    public Party {
        accounts = List.copyOf(accounts);
    }

    /** Reminders differ by law. */
    public enum Kind {
        CONSUMER,
        BUSINESS,
        UNKNOWN
    }
}
