package org.bankfeed.store.internal.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.bankfeed.store.internal.OpenStore;
import org.bankfeed.store.internal.StoreForTests;
import org.bankfeed.store.internal.key.KeySource;
import org.junit.jupiter.api.io.TempDir;

final class H2RotationTest extends RotationContract {

    @TempDir
    Path folder;

    @Override
    OpenStore open(KeySource keys) {
        return StoreForTests.h2("jdbc:h2:file:" + folder.resolve("bankfeed"), keys, Duration.ofSeconds(30));
    }
}
