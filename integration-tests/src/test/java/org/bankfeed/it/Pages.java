package org.bankfeed.it;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.ops4j.pax.exam.Option;

/** The pages of a container under test, on a port of its own. */
final class Pages {

    private static final String PORT = "it.pages.port";
    private static final String WEB = "etc/org.ops4j.pax.web.cfg";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Pages() {}

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("There is no free port", e);
        }
    }

    /** Has the container serve its pages there, to this machine only. */
    static Option at(int port) {
        return composite(
                systemProperty(PORT).value(String.valueOf(port)),
                editConfigurationFilePut(WEB, "org.osgi.service.http.port", String.valueOf(port)),
                editConfigurationFilePut(WEB, "org.ops4j.pax.web.listening.addresses", "127.0.0.1"));
    }

    /** From inside the container: waits until whoever is not signed in is asked who he is. */
    static void awaitSignIn() throws InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + System.getProperty(PORT) + "/bankfeed/sign-in");
        Framework.await(page + " answers 200", () -> status(page) == HttpURLConnection.HTTP_OK);
    }

    private static int status(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }
}
