package org.bankfeed.ponto.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.bankfeed.ponto.internal.statement.Lines;
import org.jspecify.annotations.Nullable;

/** A server that answers as told, and else as Ponto does for one link and one account's list of lines. */
public final class PontoServer implements AutoCloseable {

    static final String ROOT = "/ponto-connect";

    public final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    public final List<String> newestFirst = Collections.synchronizedList(new ArrayList<>());
    /** How many lines a page holds at most, whatever was asked. */
    public volatile int shortPage = 100;
    /** The refresh token that is good now. */
    public volatile String refresh = "refresh-0";
    /** The access token that is good now. */
    public volatile String access = "";

    /** What the list of accounts is, if not the recorded one. */
    volatile @Nullable String accounts;

    volatile long expiresIn = 1799;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> told = new HashMap<>();
    private int tokens;

    PontoServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answer(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    public String api() {
        return "http://127.0.0.1:" + server.getPort() + ROOT;
    }

    /** The next answers to a method and path below the root, such as {@code GET /accounts}. */
    public synchronized void tell(String call, MockResponse... responses) {
        Deque<MockResponse> queue = told.computeIfAbsent(call, key -> new ArrayDeque<>());
        queue.addAll(List.of(responses));
    }

    /** Takes back what was told of a call and has not been answered. */
    public synchronized void forget(String call) {
        told.remove(call);
    }

    public long count(String call) {
        return requests.stream().filter(request -> call(request).equals(call)).count();
    }

    public RecordedRequest last(String call) {
        return requests.stream()
                .filter(request -> call(request).equals(call))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public MockResponse recorded(String file) {
        return json(200, text(file).replace("{api}", api()));
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/vnd.api+json")
                .addHeader("ibanity-request-id", "req-1")
                .body(body)
                .build();
    }

    public static MockResponse problem(int status, String code) {
        return json(status, "{\"errors\":[{\"code\":\"" + code + "\",\"meta\":{}}]}");
    }

    public static String text(String file) {
        try (InputStream in = PontoServer.class.getResourceAsStream("/ponto/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String line(String id) {
        return ("{\"type\":\"transaction\",\"id\":\"%s\",\"attributes\":{\"amount\":1.5,\"currency\":\"EUR\","
                        + "\"executionDate\":\"2026-03-01T00:00:00Z\",\"valueDate\":\"2026-03-01T00:00:00Z\"}}")
                .formatted(id);
    }

    public void bring(int from, int to) {
        for (int i = from; i <= to; i++) {
            newestFirst.add(0, line("t" + i));
        }
    }

    private static String call(RecordedRequest request) {
        return request.getMethod() + " " + request.getUrl().encodedPath().substring(ROOT.length());
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        String call = call(request);
        Deque<MockResponse> queue = told.get(call);
        if (queue != null && !queue.isEmpty()) {
            return queue.remove();
        }
        return switch (call) {
            case "POST /oauth2/token" -> token(form(request));
            case "POST /oauth2/revoke" -> json(200, "{}");
            case "GET /userinfo" -> guarded(request, recorded("userinfo.json"));
            case "GET /accounts" ->
                guarded(request, accounts == null ? recorded("accounts-2.json") : json(200, accounts));
            case "GET /accounts/a1" -> guarded(request, json(200, "{\"data\":{\"id\":\"a1\"}}"));
            case "DELETE /accounts/a1" -> {
                accounts = "{\"data\":[]}";
                yield guarded(request, json(200, "{\"data\":{\"type\":\"account\",\"id\":\"a1\"}}"));
            }
            case "POST /synchronizations" ->
                guarded(request, json(201, "{\"data\":{\"id\":\"s-1\",\"attributes\":{\"status\":\"success\"}}}"));
            case "GET /accounts/a1/transactions" -> guarded(request, page(request.getUrl()));
            default -> problem(404, "resourceNotFound");
        };
    }

    private MockResponse guarded(RecordedRequest request, MockResponse answer) {
        boolean good = ("Bearer " + access).equals(request.getHeaders().get("Authorization"));
        return good ? answer : problem(401, "invalidAccessToken");
    }

    public static Map<String, String> form(RecordedRequest request) {
        HttpUrl url = HttpUrl.get("http://x/?" + request.getBody().utf8());
        Map<String, String> form = new HashMap<>();
        url.queryParameterNames().forEach(name -> form.put(name, url.queryParameter(name)));
        return form;
    }

    private MockResponse token(Map<String, String> form) {
        boolean good =
                switch (form.getOrDefault("grant_type", "")) {
                    case "authorization_code" -> form.getOrDefault("code", "").equals("good-code");
                    case "refresh_token" ->
                        form.getOrDefault("refresh_token", "").equals(refresh);
                    default -> true;
                };
        if (!good) {
            return json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"no\"}");
        }
        tokens++;
        access = "access-" + tokens;
        boolean rotates = !"client_credentials".equals(form.get("grant_type"));
        refresh = rotates ? "refresh-" + tokens : refresh;
        return json(200, tokenJson(access, rotates ? refresh : null));
    }

    String tokenJson(String accessToken, @Nullable String refreshToken) {
        return "{\"access_token\":\"%s\",\"expires_in\":%d,%s\"scope\":\"ai\",\"token_type\":\"bearer\"}"
                .formatted(
                        accessToken,
                        expiresIn,
                        refreshToken == null ? "" : "\"refresh_token\":\"" + refreshToken + "\",");
    }

    private MockResponse page(HttpUrl url) {
        int limit = Math.min(shortPage, Integer.parseInt(url.queryParameter("page[limit]")));
        String after = url.queryParameter("page[after]");
        String before = url.queryParameter("page[before]");
        int size = newestFirst.size();
        int from = 0;
        if (after != null) {
            from = indexOf(after) + 1;
            if (from == 0) {
                return problem(404, "resourceNotFound");
            }
        }
        int to = Math.min(size, from + limit);
        if (before != null) {
            to = indexOf(before);
            if (to < 0) {
                return problem(404, "resourceNotFound");
            }
            from = Math.max(0, to - limit);
        }
        List<String> page = newestFirst.subList(from, to);
        String path = api() + "/accounts/a1/transactions?page[limit]=" + limit;
        String links = "\"first\":\"" + path + "\"";
        if (to < size && !page.isEmpty()) {
            links += ",\"next\":\"" + path + "&page[after]=" + id(page.get(page.size() - 1)) + "\"";
        }
        if (from > 0 && !page.isEmpty()) {
            links += ",\"prev\":\"" + path + "&page[before]=" + id(page.get(0)) + "\"";
        }
        return json(
                200,
                "{\"data\":[" + String.join(",\n ", page) + "],\"links\":{" + links
                        + "},\"meta\":{\"paging\":{\"limit\":" + limit
                        + "},\"synchronizedAt\":\"2026-03-02T07:01:13Z\"}}");
    }

    private int indexOf(String id) {
        for (int i = 0; i < newestFirst.size(); i++) {
            if (id.equals(id(newestFirst.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String id(String raw) {
        return Lines.providersId(raw);
    }

    @Override
    public void close() {
        server.close();
    }
}
