package org.bankfeed.it;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.journal.ConnectReturn;
import org.jspecify.annotations.Nullable;

/** Ponto's user with a browser: opens the authorization page and presses one of its buttons. */
final class Person {

    private static final Pattern FIELD =
            Pattern.compile("<input type=\"(?:hidden|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient browser = HttpClient.newHttpClient();

    ConnectReturn shareAllAccounts(URI page) throws IOException, InterruptedException {
        return press("accept", page);
    }

    ConnectReturn refuse(URI page) throws IOException, InterruptedException {
        return press("refuse", page);
    }

    private ConnectReturn press(String button, URI page) throws IOException, InterruptedException {
        HttpResponse<String> form = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        if (form.statusCode() != 200) {
            throw new AssertionError("The authorization page answers " + form.statusCode() + ": " + form.body());
        }
        StringBuilder answer = new StringBuilder("decision=").append(button);
        Matcher field = FIELD.matcher(form.body());
        while (field.find()) {
            answer.append('&').append(field.group(1)).append('=').append(encoded(field.group(2)));
        }
        HttpResponse<String> answered = browser.send(
                HttpRequest.newBuilder(page.resolve(page.getPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(answer.toString()))
                        .build(),
                BodyHandlers.ofString());
        String back = answered.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("The page sends nowhere: " + answered.body()));
        return comingBackWith(URI.create(back));
    }

    private static ConnectReturn comingBackWith(URI address) {
        Map<String, String> query = new HashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        @Nullable String state = query.get("state");
        return new ConnectReturn(state == null ? "" : state, query.get("code"), query.get("error"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
