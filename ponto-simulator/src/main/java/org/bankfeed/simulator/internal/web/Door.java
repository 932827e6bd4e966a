package org.bankfeed.simulator.internal.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listening port on loopback; every exchange goes through its one handler. */
public final class Door implements AutoCloseable {

    static {
        // The JDK's server writes head and body apart; without this the body waits 40 ms for an acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int LARGEST_BODY = 1 << 20;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService workers;

    private Door(HttpServer server) {
        this.server = server;
        this.workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "ponto-simulator-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
    }

    /** What a caller must show. */
    public enum ClientCertificate {
        REQUIRED,
        NOT_ASKED
    }

    /**
     * Listens over plain HTTP.
     *
     * @param port 0 for a free one
     * @throws BindException if the port is in use
     */
    public static Door plain(int port) throws IOException {
        return new Door(HttpServer.create(address(port), 0));
    }

    /** Listens over TLS. */
    public static Door tls(int port, SSLContext context, ClientCertificate clientCertificate) throws IOException {
        HttpsServer server = HttpsServer.create(address(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(clientCertificate == ClientCertificate.REQUIRED);
                parameters.setSSLParameters(tls);
            }
        });
        return new Door(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Starts to answer. */
    public void open(Handler handler) {
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static void serve(HttpExchange exchange, Handler handler) {
        try (exchange) {
            long start = System.nanoTime();
            Request request = request(exchange);
            Answer answer = handler.handle(request);
            write(exchange, answer);
            LOG.debug(
                    "{} {} {} in {} us",
                    request.method(),
                    request.path(),
                    answer.status(),
                    (System.nanoTime() - start) / 1000);
        } catch (IOException e) {
            LOG.debug("The client went away: {}", e.toString());
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        return new Request(
                RequestId.next(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestURI().getRawPath(),
                Request.pairs(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders()::getFirst,
                Set.copyOf(exchange.getRequestHeaders().keySet()),
                body,
                Map.of(),
                Request.Answering.FAITHFULLY);
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        hold(answer.sending().after());
        if (answer.sending().fate() == Answer.Fate.LOST) {
            return; // the exchange is closed without a word, and its connection with it
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().bytes();
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        if (answer.sending().fate() == Answer.Fate.CUT) {
            OutputStream out = exchange.getResponseBody(); // left open: closing the exchange then ends the connection
            out.write(body, 0, body.length / 2);
            out.flush();
            return;
        }
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void hold(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The simulator is being stopped");
        }
    }
}
