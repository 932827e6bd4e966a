package org.bankfeed.store;

import org.bankfeed.access.CompanyId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps secrets encrypted at rest: AES-256-GCM with a data key of the company, which the master key encrypts. The row's
 * identity is associated data, so that a value moved to another row does not open.
 *
 * <p>Safe for use by many threads and nodes.
 */
@ProviderType
public interface Vault {

    /**
     * The secrets of one thing, such as a bank link.
     *
     * @param company whose they are
     * @param owner the thing's id, 1 to 100 characters
     */
    Secrets secretsOf(CompanyId company, String owner);
}
