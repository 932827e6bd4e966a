package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client and its user's browser, written from Ponto's documentation and not from the simulator's code. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-0";

    private final PontoSimulator simulator;
    private final HttpClient client;
    private final HttpClient browser = HttpClient.newHttpClient();
    private String base;
    private @Nullable String token;

    /** What came back. */
    record Reply(int status, HttpResponse<String> raw) {
        JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException e) {
                throw new AssertionError("No JSON: " + raw.body(), e);
            }
        }

        JsonNode attributes() {
            return json().path("data").path("attributes");
        }

        String errorCode() {
            return json().path("errors").path(0).path("code").asText();
        }

        List<String> ids() {
            List<String> ids = new ArrayList<>();
            json().path("data").forEach(item -> ids.add(item.path("id").asText()));
            return ids;
        }
    }

    Caller(PontoSimulator simulator) {
        this.simulator = simulator;
        this.client =
                HttpClient.newBuilder().sslContext(simulator.clientContext()).build();
        this.base = simulator.baseUrl().toString();
    }

    Caller at(URI otherBase) {
        base = otherBase.toString();
        return this;
    }

    Caller with(@Nullable String accessToken) {
        token = accessToken;
        return this;
    }

    // ---- the API

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    Reply post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/vnd.api+json"));
    }

    Reply postOnce(String path, String json, String key) {
        return send("POST", path, BodyPublishers.ofString(json), Map.of("Ibanity-Idempotency-Key", key));
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json), Map.of());
    }

    private Reply send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = request(URI.create(path.startsWith("http") ? path : base + path))
                .method(method, body);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return reply(client, request.build());
    }

    // ---- OAuth

    Reply token(Map<String, String> form) {
        return token(simulator.clientId(), simulator.clientSecret(), form);
    }

    Reply token(String id, String secret, Map<String, String> form) {
        return form("/oauth2/token", id, secret, form);
    }

    Reply revoke(String refreshToken) {
        return form("/oauth2/revoke", simulator.clientId(), simulator.clientSecret(), Map.of("token", refreshToken));
    }

    private Reply form(String path, String id, String secret, Map<String, String> form) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return reply(
                client,
                request(URI.create(base + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(form)))
                        .build());
    }

    Reply redeem(String code, String verifier) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                simulator.redirectUri(),
                "code_verifier",
                verifier));
    }

    Reply refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Map<String, String> authorization() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", simulator.clientId());
        query.put("redirect_uri", simulator.redirectUri());
        query.put("response_type", "code");
        query.put("scope", "offline_access ai name");
        query.put("state", "state & more");
        query.put("code_challenge", challenge(VERIFIER));
        query.put("code_challenge_method", "S256");
        return query;
    }

    /** Opens the authorization page. */
    Reply open(Map<String, String> query) {
        return browse(simulator.authorizationUrl() + "?" + encode(query));
    }

    Reply browse(String uri) {
        return reply(browser, request(URI.create(uri)).build());
    }

    /** Ticks these accounts and presses a button; gives where the browser is sent. */
    Reply press(String page, String html, List<String> accounts, String decision) {
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(html);
        assertThat(action.find()).as("a form in %s", html).isTrue();
        StringBuilder form = new StringBuilder("decision=" + decision);
        Matcher hidden = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(html);
        while (hidden.find()) {
            form.append('&').append(hidden.group(1)).append('=').append(hidden.group(2));
        }
        accounts.forEach(account -> form.append("&account=").append(account));
        return reply(
                browser,
                request(URI.create(page).resolve(action.group(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.toString()))
                        .build());
    }

    /** The organizations among which the user may choose, by their ids; none where there is one only. */
    static List<String> organizations(String html) {
        List<String> organizations = new ArrayList<>();
        Matcher button = Pattern.compile("type=\"radio\" name=\"organization\" value=\"([^\"]+)\"")
                .matcher(html);
        while (button.find()) {
            organizations.add(button.group(1));
        }
        return organizations;
    }

    /** The user shares all accounts of an organization; afterwards this caller holds an access token. */
    void connect(String organization) {
        String page = simulator.authorizationUrl().toString();
        String html = open(authorization()).raw().body();
        String chosen = html.replaceFirst(
                "<fieldset>", "<input type=\"hidden\" name=\"organization\" value=\"" + organization + "\"><fieldset>");
        Reply back = press(page, chosen, offered(html), "accept");
        String code = Objects.requireNonNull(parameters(back).get("code"), "a code");
        with(redeem(code, VERIFIER).json().path("access_token").asText());
    }

    static List<String> offered(String html) {
        List<String> accounts = new ArrayList<>();
        Matcher box = Pattern.compile("type=\"checkbox\" name=\"account\" value=\"([^\"]+)\"")
                .matcher(html);
        while (box.find()) {
            accounts.add(box.group(1));
        }
        return accounts;
    }

    /** The user shares everything; gives the authorization code. */
    String consent() {
        Reply page = open(authorization());
        return consent(offered(page.raw().body()));
    }

    String consent(List<String> accounts) {
        Reply page = open(authorization());
        Reply back = press(simulator.authorizationUrl().toString(), page.raw().body(), accounts, "accept");
        return Objects.requireNonNull(parameters(back).get("code"), "a code");
    }

    /** The whole flow; afterwards this caller holds an access token. Gives the refresh token. */
    String connect() {
        JsonNode tokens = redeem(consent(), VERIFIER).json();
        with(tokens.path("access_token").asText());
        return tokens.path("refresh_token").asText();
    }

    /** The user renews an account's authorization, or refuses to. */
    Reply reauthorize(String account, String decision) {
        Reply asked = post("/accounts/" + account + "/reauthorization-requests", """
                {"data":{"type":"reauthorizationRequest","attributes":{"redirectUri":"http://localhost:1/back?x=1"}}}""");
        assertThat(asked.status()).isEqualTo(201);
        String page = asked.json().path("data").path("links").path("redirect").asText();
        return press(page, browse(page).raw().body(), List.of(), decision);
    }

    // ---- helpers

    static Map<String, String> parameters(Reply redirect) {
        String location = redirect.raw().headers().firstValue("Location").orElseThrow();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
    }

    private static String encode(Map<String, String> pairs) {
        StringBuilder encoded = new StringBuilder();
        pairs.forEach((name, value) -> encoded.append(encoded.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return encoded.toString();
    }

    private static Reply reply(HttpClient via, HttpRequest request) {
        try {
            HttpResponse<String> response = via.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
