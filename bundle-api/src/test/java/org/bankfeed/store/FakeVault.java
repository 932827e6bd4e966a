package org.bankfeed.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.access.CompanyId;

/** A vault in memory. */
public final class FakeVault implements Vault {

    private final Map<String, FakeSecrets> owners = new ConcurrentHashMap<>();

    @Override
    public FakeSecrets secretsOf(CompanyId company, String owner) {
        return owners.computeIfAbsent(company + "/" + owner, key -> new FakeSecrets());
    }
}
