package org.bankfeed.screens.internal.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Refusal;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.store.StoreException;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookServletTest {

    private static final int LIMIT = 64 * 1_024;
    private static final CompanyId COMPANY = new CompanyId("Company");
    private static final Caller VIEWER = new Caller(COMPANY, "vera", Set.of(Role.VIEWER), Channel.WEB);

    private final FakeBankJournal journal = new FakeBankJournal(COMPANY);
    private final Rooms rooms = new Rooms();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void open() throws Exception {
        journal.feed("ponto");
        RoomsForTests.journal(rooms, journal);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setStopTimeout(0);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new WebhookServlet(rooms, LIMIT)), WebhookServlet.PATTERN);
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
    }

    @Test
    void handsOnTheRawBytesAndTheHeadersAndAnswersOnceTheyAreStored() throws Exception {
        byte[] body = "{\"data\": \u00e9 \r\n }".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer =
                client.send(to("ponto").POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map().keySet()).doesNotContain("set-cookie", "location", "content-type");
        assertThat(journal.deliveries()).singleElement().satisfies(taken -> {
            assertThat(taken.feed()).isEqualTo("ponto");
            assertThat(taken.body()).isEqualTo(body);
            assertThat(header(taken.headers(), "signature")).containsExactly("a.b.c");
        });
    }

    @Test
    void whatIsNotBelievedIsABadRequestWithoutAWord() throws Exception {
        journal.refuseNext(new FeedEventRefusedException("the digest does not fit"));

        HttpResponse<String> answer = post("ponto", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        assertThat(journal.refusals(VIEWER)).extracting(Refusal::count).containsExactly(1L);
    }

    @Test
    void aFeedThatIsNotThereIsNotFoundAndNotCounted() throws Exception {
        assertThat(post("other", "{}").statusCode()).isEqualTo(404);
        assertThat(post("", "{}").statusCode()).isEqualTo(404);
        assertThat(post("ponto/more", "{}").statusCode()).isEqualTo(404);
        assertThat(post("%00", "{}").statusCode()).isIn(400, 404);
        assertThat(post("other", "x".repeat(LIMIT + 1)).statusCode()).isEqualTo(404);
        journal.refuseNext(new JournalException(Reason.NO_FEED, "it went away"));
        assertThat(post("ponto", "{}").statusCode()).isEqualTo(404);
        assertThat(journal.refusals(VIEWER)).isEmpty();
        assertThat(journal.deliveries()).isEmpty();
    }

    @Test
    void whatCannotBeTakenNowIsDeliveredAgain() throws Exception {
        journal.refuseNext(new JournalException(Reason.UNAVAILABLE, "no keys: secret-of-ours"));
        journal.refuseNext(new StoreException.Unavailable("the database rests", new IOException("secret-of-ours")));
        journal.refuseNext(new IllegalStateException("secret-of-ours"));

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = post("ponto", "{}");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
            assertThat(answer.body()).isEmpty();
        }
        RoomsForTests.journal(rooms, null);
        assertThat(post("ponto", "{}").statusCode()).isEqualTo(503);
        assertThat(journal.deliveries()).isEmpty();
    }

    @Test
    void onlyPostIsHeard() throws Exception {
        for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS")) {
            HttpRequest request =
                    to("ponto").method(method, BodyPublishers.noBody()).build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("POST");
        }
        assertThat(journal.deliveries()).isEmpty();
    }

    @Test
    void tenMebibytesThatAreAnnouncedAreRefusedBeforeTheyAreSent() throws Exception {
        String head = "POST /bankfeed-webhooks/ponto HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10485760\r\n\r\n{";

        String answer = raw(head, 0);

        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
        assertThat(journal.refusals(VIEWER)).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.WEBHOOK);
            assertThat(refusal.lastSentence()).isEqualTo(Sentence.of(FaultCode.WEBHOOK_TOO_LARGE, new Count(64)));
        });
        assertThat(journal.deliveries()).isEmpty();
    }

    @Test
    void tenMebibytesThatAreNotAnnouncedAreRefusedAtTheLimit() throws Exception {
        String head = "POST /bankfeed-webhooks/ponto HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

        String answer = raw(head, 10 * 1_024);

        assertThat(answer).startsWith("HTTP/1.1 413");
        assertThat(journal.refusals(VIEWER)).extracting(Refusal::count).containsExactly(1L);
        assertThat(journal.deliveries()).isEmpty();
    }

    @Test
    void whatIsExactlyAsLargeAsAllowedIsTaken() throws Exception {
        assertThat(post("ponto", "x".repeat(LIMIT)).statusCode()).isEqualTo(200);
        assertThat(post("ponto", "x".repeat(LIMIT + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void aFloodLeavesTheThreadsToOthers() throws Exception {
        CountDownLatch inside = new CountDownLatch(16);
        CountDownLatch goOn = new CountDownLatch(1);
        journal.onReceive(() -> {
            inside.countDown();
            await(goOn);
        });
        List<Thread> flood = new ArrayList<>();
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 16; i++) {
            Thread sender = new Thread(() -> answers.add(quietly()));
            sender.start();
            flood.add(sender);
        }
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(post("ponto", "{}").statusCode()).isEqualTo(503);

        goOn.countDown();
        for (Thread sender : flood) {
            sender.join(20_000);
        }
        assertThat(answers).hasSize(16).containsOnly(200);
        assertThat(post("ponto", "{}").statusCode()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int quietly() {
        try {
            return post("ponto", "{}").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private HttpRequest.Builder to(String feed) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/bankfeed-webhooks/" + feed))
                .header("Signature", "a.b.c");
    }

    private HttpResponse<String> post(String feed, String body) throws IOException, InterruptedException {
        return client.send(to(feed).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Sends a head and then so many chunks of a KiB, until the other side has had enough; returns what it says. */
    private String raw(String head, int chunks) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            out.flush();
            byte[] chunk = ("400\r\n" + "x".repeat(1_024) + "\r\n").getBytes(US_ASCII);
            try {
                for (int i = 0; i < chunks && socket.getInputStream().available() == 0; i++) {
                    out.write(chunk);
                }
            } catch (IOException e) {
                // it does not listen any more
            }
            return new String(socket.getInputStream().readNBytes(200), US_ASCII);
        }
    }
}
