package org.bankfeed.screens.internal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a browser without scripts does: follows redirections, keeps cookies, sends forms as they stand. */
final class Browser {

    /** Stands between the values of several ticked boxes of one name. */
    static final String AND = "\u001f";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;
    private String[] headers = {};
    private Document page = new Document("");
    private HttpResponse<String> answer;

    @SuppressWarnings("NullAway.Init")
    Browser(String url) {
        this.url = url;
    }

    /** From now on the proxy says of each request that it came from there. */
    Browser from(String address) {
        headers = new String[] {"X-Forwarded-For", address};
        return this;
    }

    /** From now on the browser asks for these languages. */
    Browser speaks(String languages) {
        headers = new String[] {"Accept-Language", languages};
        return this;
    }

    /** From now on the browser says of each request that it came from that page of ours. */
    Browser cameFrom(String path) {
        return cameFromAddress(url + path);
    }

    Browser cameFromAddress(String address) {
        headers = new String[] {"Referer", address, "HX-Current-URL", address};
        return this;
    }

    void signIn(String user) {
        open("/sign-in");
        send("/sign-in", Map.of("user", user, "password", FakeSignIn.passwordOf(user)));
    }

    /** Opens a page of ours; {@code path} begins after the base. */
    Document open(String path) {
        return ask(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    /** Asks for a part of a page, as htmx does. */
    Document openPart(String path) {
        return ask(HttpRequest.newBuilder(URI.create(url + path))
                .header("HX-Request", "true")
                .GET());
    }

    /** What the forms of the shown page carry. */
    String formToken() {
        return page.select("input[name=form-token]").val();
    }

    /** Fills in the form of the shown page that goes to {@code path}, and sends it. */
    Document fill(String path, Map<String, String> typed) {
        Element form = page.select("form[action^=" + URI.create(url).getPath() + path + "]")
                .first();
        if (form == null) {
            throw new AssertionError(
                    "the page has no form for " + path + ":\n" + page.body().text());
        }
        Map<String, String> fields = new TreeMap<>();
        for (Element input : form.select("input[name], select[name], textarea[name]")) {
            boolean unticked = input.attr("type").matches("checkbox|radio") && !input.hasAttr("checked");
            if (!unticked) {
                String value = input.normalName().equals("select") ? chosen(input) : input.val();
                boolean tick = input.attr("type").equals("checkbox");
                fields.merge(input.attr("name"), value, (one, other) -> tick ? one + AND + other : other);
            }
        }
        fields.putAll(typed);
        return send(path, fields);
    }

    /**
     * Sends fields as a form of our pages would, with nothing added; values joined by {@link #AND} are sent one by one under
     * the same name.
     */
    Document send(String path, Map<String, String> fields) {
        return ask(post(path, fields));
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue().split(AND, -1))
                        .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** Chooses a file in the form of the shown page that goes to {@code path}, and sends it. */
    Document upload(String path, String field, byte[] file) {
        String boundary = "----what-a-browser-makes-up";
        String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        byte[] before = (part.formatted("form-token", "") + formToken() + "\r\n"
                        + part.formatted(field, "; filename=\"a file.xml\""))
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return ask(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(before, file, after))));
    }

    /** Sends fields as htmx does, to get a part of a page. */
    Document sendPart(String path, Map<String, String> fields) {
        return ask(post(path, fields).header("HX-Request", "true"));
    }

    Document page() {
        return page;
    }

    int status() {
        return answer.statusCode();
    }

    /** Where the browser is now, after the base. */
    String path() {
        return answer.uri().toString().substring(url.length());
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return answer.headers().allValues(name);
    }

    private Document ask(HttpRequest.Builder request) {
        try {
            if (headers.length > 0) {
                request.headers(headers);
            }
            answer = client.send(request.build(), BodyHandlers.ofString());
            while (!header("Location").isEmpty()) {
                answer = client.send(next(), BodyHandlers.ofString());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        page = Jsoup.parse(answer.body(), answer.uri().toString());
        return page;
    }

    /**
     * Where a redirection leads, asked for without what told of the form's body: the client's own way of following sends the
     * form's content type along, depending on the release of the JDK, which no browser does.
     */
    private HttpRequest next() {
        HttpRequest.Builder next =
                HttpRequest.newBuilder(answer.uri().resolve(header("Location"))).GET();
        answer.request().headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                values.forEach(value -> next.header(name, value));
            }
        });
        return next.build();
    }

    private static String chosen(Element select) {
        Element option = select.select("option[selected]").first();
        Element first = option == null ? select.select("option").first() : option;
        return first == null ? "" : first.val();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
