package org.bankfeed.store;

import org.bankfeed.access.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes the keys of the vault while others read and write in it.
 *
 * <p>Secrets are encrypted with a data key of their company, and data keys with the master key.
 */
@ProviderType
public interface KeyRotation {

    /**
     * Encrypts every data key with the present master key, then gives each company a new data key and moves its secrets
     * to it. It works in small steps, each one transaction: it may be killed at any moment, and the next call goes on
     * where it ended. Afterwards the former master key is needed no longer, except for backups.
     *
     * <p>It covers all companies, since the master key does; each company's audit log tells of its part.
     *
     * @param caller an administrator
     * @return what was done by this call
     * @throws org.bankfeed.access.AccessDeniedException if he is none
     * @throws StoreException.Unavailable if a rotation runs already, or the database cannot be reached
     * @throws StoreException if the master key of the configuration cannot be read or does not fit
     */
    Report rotate(Caller caller);

    /**
     * What a rotation did.
     *
     * @param masterKey the id of the master key in use; it tells nothing of the key
     * @param continued whether it went on with one that had been interrupted
     * @param rewrapped the data keys that another master key had encrypted
     * @param dataKeys the new data keys, one for each company that has secrets
     * @param values the secrets that were encrypted anew
     * @param unreadable the secrets that did not open, because they were changed or moved by hand; they were left as
     *     they are
     */
    record Report(String masterKey, boolean continued, int rewrapped, int dataKeys, int values, int unreadable) {}
}
