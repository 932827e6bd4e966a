package org.bankfeed.store.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2LeaseTest extends LeaseContract {

    @TempDir
    Path folder;

    @Override
    OpenStore open() {
        return StoreForTests.h2("jdbc:h2:file:" + folder.resolve("bankfeed"), folder);
    }
}
