package org.bankfeed.screens.internal.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.value.InternetAddress;
import org.jspecify.annotations.Nullable;

/** One exchange with a browser: reads the request within bounds, writes the answer with the headers that protect it. */
public final class Wire {

    /** Scripts, styles, pictures and data come from here only; nobody puts our pages into a frame of his. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    public Wire(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    public String method() {
        return request.getMethod();
    }

    /** The path after the servlet's own, without slashes at its end; {@code /} for the first page. */
    public String path() {
        String path = request.getPathInfo();
        String trimmed = path == null ? "" : path.replaceAll("/+$", "");
        return trimmed.isEmpty() ? "/" : trimmed;
    }

    /** Path and query as they came, to come back to after signing in. */
    public String target() {
        String query = request.getQueryString();
        return path() + (query == null ? "" : "?" + query);
    }

    /**
     * Path and query of the page on which somebody was as he did this; empty if the browser does not say.
     *
     * @param base below which our pages lie
     */
    public Optional<String> cameFrom(String base) {
        String page = part() ? request.getHeader("HX-Current-URL") : request.getHeader("Referer");
        try {
            URI from = URI.create(Objects.requireNonNullElse(page, ""));
            String path = Objects.requireNonNullElse(from.getRawPath(), "");
            String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
            return path.startsWith(base + "/") ? Optional.of(path.substring(base.length()) + query) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The language that somebody chose, else the first of ours that his browser asks for; English if it asks for none. */
    public Locale language() {
        List<Locale> asked =
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
        return Language.of(cookie(Language.COOKIE), asked);
    }

    /** Has the browser remember the language that a form names, for a year. */
    public void remember(Parameters form, String path, boolean secure) {
        cookie(
                Language.COOKIE,
                Language.chosen(form),
                path,
                secure,
                "; Max-Age=" + Duration.ofDays(365).toSeconds());
    }

    public String address() {
        return request.getRemoteAddr();
    }

    /** The visitor's own address, as far as our proxies tell. */
    public Optional<InternetAddress> visitor(TrustedProxies proxies) {
        return proxies.visitor(address(), request.getHeaders(proxies.header()));
    }

    /** Under which the internet sees him. */
    public Optional<InternetAddress> visitorSeenFromOutside(TrustedProxies proxies) {
        return visitor(proxies).map(proxies::seenFromOutside);
    }

    /** Whether htmx asks. */
    public boolean part() {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /**
     * Query and form.
     *
     * @throws RefusedException if they cannot be read
     */
    public Parameters parameters() {
        try {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Map<String, List<String>> values = new HashMap<>();
            request.getParameterMap().forEach((name, sent) -> values.put(name, List.of(sent)));
            return new Parameters(values, files());
        } catch (IOException | ServletException | RuntimeException e) {
            if (isUpload()) {
                throw new RefusedException(413, Message.of("form.file-too-long"));
            }
            throw RefusedException.malformed(Message.of("form.unreadable"));
        }
    }

    /** Whether a form with a file is sent. */
    public boolean isUpload() {
        String type = request.getContentType();
        return "POST".equals(method())
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private Map<String, Part> files() throws IOException, ServletException {
        Map<String, Part> files = new HashMap<>();
        if (isUpload()) {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    files.put(part.getName(), part);
                }
            }
        }
        return files;
    }

    /** Whether a page of another site made the browser send this. */
    public boolean fromElsewhere() {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !"same-origin".equals(site) && !"none".equals(site);
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && !origin.endsWith("://" + host);
    }

    public @Nullable String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /**
     * Sets a cookie that scripts cannot read and that other sites' forms do not carry; a person who comes back from the
     * bank by a link does carry it.
     *
     * @param value empty to take the cookie away
     */
    public void setCookie(String name, String value, String path, boolean secure) {
        cookie(name, value, path, secure, value.isEmpty() ? "; Max-Age=0" : "");
    }

    private void cookie(String name, String value, String path, boolean secure, String age) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "") + age);
    }

    public void page(int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Language", Texts.in(language()).tag());
        response.setHeader("Cache-Control", "no-store");
        protect();
        response.addHeader("Vary", "Accept-Language, Cookie");
        send(html.getBytes(StandardCharsets.UTF_8), null);
    }

    public void file(StaticFiles.StaticFile file) throws IOException {
        response.setContentType(file.type());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        protect();
        send(file.plain(), file.gzip());
    }

    /** Sends the browser to a page of ours, which it asks for anew. */
    public void see(String location) {
        protect();
        response.setHeader("Cache-Control", "no-store");
        if (part()) {
            response.setHeader("HX-Redirect", location);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", location);
        }
    }

    /** Has the browser load the page that it shows once more. */
    public void reload() {
        protect();
        response.setHeader("HX-Refresh", "true");
    }

    /** Makes the page go on by itself at once: unlike a redirection this may leave for another site after a form. */
    public void goOn(String location) {
        response.setHeader("Refresh", "0; url=" + location);
    }

    private void protect() {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Vary", "Accept-Encoding, HX-Request");
    }

    private void send(byte[] plain, byte @Nullable [] compressed) throws IOException {
        byte[] body = plain;
        if (accepts("gzip") && plain.length > 1_000) {
            body = compressed == null ? StaticFiles.gzip(plain) : compressed;
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        if (!"HEAD".equals(method())) {
            response.getOutputStream().write(body);
        }
    }

    private boolean accepts(String encoding) {
        List<String> accepted = new ArrayList<>();
        request.getHeaders("Accept-Encoding").asIterator().forEachRemaining(accepted::add);
        return String.join(",", accepted).contains(encoding);
    }
}
