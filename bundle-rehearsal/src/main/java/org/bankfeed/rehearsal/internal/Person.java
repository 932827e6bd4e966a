package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.bankfeed.journal.ConnectReturn;

/** Does at the provider's pages what a person does with a browser: looks, ticks every account, accepts. */
final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** Accepts on a page. Returns where the page sends the browser; nobody goes there. */
    URI accept(URI page) throws RehearsalException, InterruptedException {
        HttpResponse<String> shown = send(HttpRequest.newBuilder(page));
        PageForm form = shown.statusCode() == 200 ? PageForm.on(page, shown.body(), "decision", "accept") : null;
        if (form == null) {
            throw new RehearsalException("The page " + withoutQuery(page) + " has nothing to accept (it answered "
                    + shown.statusCode() + ").");
        }
        HttpResponse<String> sent = send(HttpRequest.newBuilder(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.body())));
        return sent.headers()
                .firstValue("Location")
                .filter(location -> sent.statusCode() / 100 == 3)
                .map(URI::create)
                .orElseThrow(() -> new RehearsalException("The page " + withoutQuery(page)
                        + " did not take the consent (it answered " + sent.statusCode() + ")."));
    }

    /** What the browser brings back to the application. */
    static ConnectReturn broughtBack(URI location) {
        Map<String, String> query = new TreeMap<>();
        String raw = location.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new ConnectReturn(query.getOrDefault("state", ""), query.get("code"), query.get("error"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws RehearsalException, InterruptedException {
        HttpRequest whole = request.timeout(PATIENCE).build();
        try {
            return browser.send(whole, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RehearsalException("The page " + withoutQuery(whole.uri()) + " does not answer.", e);
        }
    }

    private static String withoutQuery(URI page) {
        return page.getScheme() + "://" + page.getRawAuthority() + page.getRawPath();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
