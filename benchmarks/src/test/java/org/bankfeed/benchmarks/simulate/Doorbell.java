package org.bankfeed.benchmarks.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalException;

/** Where Ponto's webhooks come in; answers as the servlet does. */
final class Doorbell implements AutoCloseable {

    /** Somebody listens, and plays one of so many again that were taken. */
    private static final int PLAYED_AGAIN = 5;

    private final HttpServer server;
    private final Supplier<BankJournal> journal;
    private final String feed;
    private final Logs logs = Logs.ofYear();
    private int taken;
    private final AtomicInteger rings = new AtomicInteger();
    private final List<String> faults = new ArrayList<>();

    /** @param journal of the node that is at the door now */
    Doorbell(Supplier<BankJournal> journal, String feed) throws IOException {
        this.journal = journal;
        this.feed = feed;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webhooks", this::ring);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
    }

    /** What must not happen at a door. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    private void ring(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer(exchange, body), -1);
        }
    }

    /** How often it rang. */
    int rings() {
        return rings.get();
    }

    private int answer(HttpExchange exchange, byte[] body) {
        rings.incrementAndGet();
        logs.take();
        try {
            journal.get().receive(feed, exchange.getRequestHeaders(), body);
            if (++taken % PLAYED_AGAIN == 0) {
                playAgain(exchange, body);
            }
            return 204;
        } catch (FeedEventRefusedException e) {
            return 400;
        } catch (JournalException e) {
            return e.reason() == JournalException.Reason.NO_FEED ? 404 : 503;
        } catch (Killed e) {
            return 503;
        } catch (RuntimeException e) {
            synchronized (this) {
                faults.add("taking a webhook failed: " + e);
            }
            return 500;
        }
    }

    private void playAgain(HttpExchange exchange, byte[] body) {
        try {
            journal.get().receive(feed, exchange.getRequestHeaders(), body);
            synchronized (this) {
                faults.add("a webhook that was played again was taken as a new one");
            }
        } catch (FeedEventRefusedException e) {
            // as it must be
        } catch (JournalException e) {
            // not proven now: then it is not taken either
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
