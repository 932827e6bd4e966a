package org.bankfeed.ponto.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import okhttp3.HttpUrl;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedContract;
import org.bankfeed.ponto.internal.config.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every feed must do, against a server in memory. */
class ConnectContractTest extends BankFeedContract {

    @TempDir
    Path folder;

    private PontoServer server;
    private PontoConnectFeed feed;

    @BeforeEach
    void start() throws IOException {
        server = new PontoServer();
        server.bring(1, LINES);
        // one account only, the one whose lines the server has
        server.accounts = "{\"data\":[{\"id\":\"a1\",\"attributes\":{\"reference\":\"BE68539007547034\","
                + "\"referenceType\":\"IBAN\",\"currency\":\"EUR\"}}]}";
        Path secret = folder.resolve("secret");
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, "s3cret");
        feed = new PontoConnectFeed(
                Connected.settings(Settings.Product.CONNECT, server.api(), secret, Map.of("application.id", "app-1")),
                "1",
                new TestTime());
    }

    @AfterEach
    void stop() {
        feed.close();
        server.close();
    }

    @Override
    protected BankFeed feed() {
        return feed;
    }

    @Override
    protected String acceptAt(URI page) {
        return HttpUrl.get(page).queryParameterNames().contains("code_challenge") ? "good-code" : "";
    }

    @Override
    protected String addLine() {
        server.bring(LINES + 1, LINES + 1);
        return "t" + (LINES + 1);
    }
}
