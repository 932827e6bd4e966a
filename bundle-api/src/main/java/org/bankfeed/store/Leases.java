package org.bankfeed.store;

import java.time.Duration;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets one node at a time work on a company in the background. A lease ends by itself, measured by the database's
 * clock alone, so that neither a node that died nor one whose clock is wrong stops the work or doubles it.
 *
 * <p>Safe for use by many threads and, on PostgreSQL, by many nodes.
 */
@ProviderType
public interface Leases {

    /**
     * Takes the lease unless somebody holds it, this node included. It does not wait for its end; it waits up to ten
     * seconds only for a transaction of a holder whose time is over.
     *
     * @param job what is done under it, such as {@code "reading"}: 1 to 60 lower-case letters, digits and hyphens
     * @param company whom it is done for
     * @param howLong until it ends unless renewed: a second to a day; a few times the longest step between two renewals
     * @return the lease, or empty while another holds it
     * @throws StoreException.Unavailable if the database cannot be reached
     */
    Optional<Lease> acquire(String job, CompanyId company, Duration howLong);
}
