package org.bankfeed.store.testing;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.Leases;
import org.bankfeed.store.Store;
import org.bankfeed.store.Vault;
import org.bankfeed.store.internal.OpenStore;
import org.bankfeed.store.internal.StoreForTests;

/**
 * The true store on a database of the test's own.
 *
 * <pre>{@code
 * try (TestStore store = TestStore.inMemory()) {
 *     Stage stage = store.store().stage("journal", MIGRATIONS);
 * }
 * }</pre>
 */
public final class TestStore implements AutoCloseable {

    private final Supplier<OpenStore> opener;
    private final OpenStore open;

    private TestStore(Supplier<OpenStore> opener) {
        this.opener = opener;
        this.open = opener.get();
    }

    /** On an H2 file in a folder; opening it again finds what was there. */
    public static TestStore h2(Path folder) {
        return new TestStore(() ->
                StoreForTests.h2("jdbc:h2:file:" + folder.resolve("bankfeed").toAbsolutePath(), folder));
    }

    /** On an H2 database that is gone when closed. */
    public static TestStore inMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        return new TestStore(() -> StoreForTests.h2(url));
    }

    /** On a PostgreSQL server, whose driver must be on the class path. */
    public static TestStore postgres(String url, String user, String password) {
        return new TestStore(() -> StoreForTests.postgres(url, user, password));
    }

    /** Opens the same database once more, as another node does, or a process that starts again. */
    public TestStore again() {
        return new TestStore(opener);
    }

    public Store store() {
        return open.store();
    }

    public Vault vault() {
        return open.vault();
    }

    public Leases leases() {
        return open.leases();
    }

    public KeyRotation keyRotation() {
        return open.keyRotation();
    }

    /**
     * Walks a company's audit log; fails if an entry is missing or was changed.
     *
     * @throws AssertionError with the first fault in words
     */
    public void checkAuditLog(CompanyId company) {
        StoreForTests.auditFault(open, company).ifPresent(fault -> {
            throw new AssertionError(fault);
        });
    }

    @Override
    public void close() {
        open.close();
    }
}
