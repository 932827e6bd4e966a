package org.bankfeed.store.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.internal.database.Dialect;
import org.bankfeed.store.internal.key.CipherKey;
import org.bankfeed.store.internal.key.KeyPlaces;
import org.bankfeed.store.internal.key.KeySource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens a store as the component does, from a URL. */
public final class StoreForTests {

    private static final int POOL = 8;
    private static final String SOME_KEY = Base64.getEncoder().encodeToString(new byte[CipherKey.BYTES]);

    private StoreForTests() {}

    public static OpenStore h2(String url) {
        return open(h2Source(url), Dialect.H2, given(SOME_KEY));
    }

    public static OpenStore h2(String url, Path folder) {
        return open(h2Source(url), Dialect.H2, file(folder.resolve("master.key")));
    }

    public static OpenStore postgres(String url, String user, String password) {
        return open(Postgres.source(url, user, password), Dialect.POSTGRESQL, given(SOME_KEY));
    }

    static OpenStore open(DataSource source, Dialect dialect, KeySource keys) {
        return OpenStore.open(source, dialect, POOL, keys);
    }

    /** With other keys, or less patience with nodes that are silent. */
    public static OpenStore h2(String url, KeySource keys, Duration silence) {
        return OpenStore.open(h2Source(url), Dialect.H2, POOL, keys, silence);
    }

    public static OpenStore postgres(String url, KeySource keys, Duration silence) {
        return OpenStore.open(Postgres.source(url, "postgres", ""), Dialect.POSTGRESQL, POOL, keys, silence);
    }

    public static KeySource given(String key) {
        return given(key, null);
    }

    public static KeySource given(String key, @Nullable String former) {
        return new KeySource(key, former, KeyPlaces.of(Path.of("unused")));
    }

    public static KeySource file(Path file) {
        return new KeySource(null, null, KeyPlaces.of(file));
    }

    static String someKey() {
        return SOME_KEY;
    }

    static DataSource h2Source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(Dialect.H2.complete(url) + (url.startsWith("jdbc:h2:mem:") ? ";DB_CLOSE_DELAY=-1" : ""));
        return source;
    }

    public static Optional<String> auditFault(OpenStore open, CompanyId company) {
        return open.databaseStore().auditFault(company);
    }

    /** Apart, so that who tests on H2 needs no PostgreSQL driver. */
    private static final class Postgres {
        private Postgres() {}

        static DataSource source(String url, String user, String password) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }
    }
}
