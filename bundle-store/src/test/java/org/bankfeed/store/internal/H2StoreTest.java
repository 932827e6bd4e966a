package org.bankfeed.store.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2StoreTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    OpenStore open() {
        return StoreForTests.h2("jdbc:h2:file:" + folder.resolve("bankfeed"), folder);
    }

    /** A file has one process; two stores on it within that process still share nothing but the database. */
    @Override
    OpenStore secondNode() {
        return open();
    }
}
