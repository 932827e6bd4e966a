package org.bankfeed.ponto.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bankfeed.store.FakeSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server, a feed of Ponto Connect configured for it, and a link that stands. */
abstract class WithServer {

    @TempDir
    Path folder;

    PontoServer server;
    PontoConnectFeed feed;
    FakeSecrets secrets = Connected.linked();
    Path secretFile;

    @BeforeEach
    void start() throws IOException {
        server = new PontoServer();
        secretFile = folder.resolve("client-secret");
        Files.createFile(
                secretFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secretFile, "s3cret\n");
        feed = connect(100);
    }

    PontoConnectFeed connect(int pageSize) {
        return new PontoConnectFeed(
                Connected.settings(Settings.Product.CONNECT, server.api(), secretFile, pageSize), "1.2.3");
    }

    @AfterEach
    void stop() {
        feed.close();
        server.close();
    }
}
