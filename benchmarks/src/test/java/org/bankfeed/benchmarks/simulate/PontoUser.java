package org.bankfeed.benchmarks.simulate;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.journal.ConnectReturn;

/** The person at the browser, at Ponto's pages. */
final class PontoUser {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern ORGANIZATION = Pattern.compile("name=\"organization\" value=\"([^\"]+)\"");
    private static final Pattern ACCOUNT = Pattern.compile("name=\"account\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();

    /** What he does there. */
    enum Choice {
        /** Shares all accounts of his first organization. */
        SHARE,
        /** Shares those of the other one. */
        OTHER,
        /** Backs out. */
        REFUSE
    }

    /** Comes back from choosing accounts. */
    ConnectReturn visit(URI page, Choice choice) throws IOException, InterruptedException {
        Map<String, String> back = decide(page, choice);
        String state = back.get("state");
        if (state == null) {
            throw new IOException("Ponto sent nobody back");
        }
        return new ConnectReturn(state, back.get("code"), back.get("error"));
    }

    /** Renews an account's consent. */
    void renew(URI page) throws IOException, InterruptedException {
        decide(page, Choice.SHARE);
    }

    private Map<String, String> decide(URI page, Choice choice) throws IOException, InterruptedException {
        String html = send(request(page).build()).body();
        StringBuilder form = new StringBuilder(choice == Choice.REFUSE ? "decision=refuse" : "decision=accept");
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            form.append('&').append(hidden.group(1)).append('=').append(hidden.group(2));
        }
        if (choice == Choice.OTHER) {
            form.append("&organization=").append(other(html));
        }
        Matcher account = ACCOUNT.matcher(html);
        while (account.find()) {
            form.append("&account=").append(account.group(1));
        }
        URI target = page.resolve(page.getPath());
        HttpResponse<String> answer = send(request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
        String location = answer.headers().firstValue("Location").orElse("?");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                parameters.put(pair.substring(0, equals), value);
            }
        }
        return parameters;
    }

    private static String other(String html) {
        Matcher organization = ORGANIZATION.matcher(html);
        String last = "";
        while (organization.find()) {
            last = organization.group(1);
        }
        return last;
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, BodyHandlers.ofString());
    }
}
