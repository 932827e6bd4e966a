package org.bankfeed.ponto.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.store.FakeSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server, a feed of Ponto Connect configured for it, and a link that stands. */
public abstract class WithServer {

    @TempDir
    protected Path folder;

    protected PontoServer server;
    protected PontoConnectFeed feed;
    protected FakeSecrets secrets = Connected.linked();
    protected Path secretFile;
    protected final TestTime time = new TestTime();

    @BeforeEach
    void start() throws IOException {
        server = new PontoServer();
        secretFile = folder.resolve("client-secret");
        Files.createFile(
                secretFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secretFile, "s3cret\n");
        feed = connect(100);
    }

    protected PontoConnectFeed connect(int pageSize) {
        return connect(Map.of("page.size", Integer.toString(pageSize)));
    }

    protected PontoConnectFeed connect(Map<String, String> keys) {
        return new PontoConnectFeed(
                Connected.settings(Settings.Product.CONNECT, server.api(), secretFile, keys), "1.2.3", time);
    }

    @AfterEach
    void stop() {
        feed.close();
        server.close();
    }
}
