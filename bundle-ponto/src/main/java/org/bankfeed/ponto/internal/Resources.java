package org.bankfeed.ponto.internal;

import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.store.Secrets;

/** Asks for resources with an access token; one that Ponto does not take is renewed once and the call repeated once. */
final class Resources {

    private final HttpUrl api;
    private final Transport transport;
    private final Tokens tokens;
    private final Errors errors;

    Resources(HttpUrl api, Transport transport, Tokens tokens, Errors errors) {
        this.api = api;
        this.transport = transport;
        this.tokens = tokens;
        this.errors = errors;
    }

    HttpUrl api() {
        return api;
    }

    /** An address below the API's root; each segment is encoded. */
    HttpUrl at(String... segments) {
        HttpUrl.Builder url = api.newBuilder();
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    /** An address below the API's root with a query. */
    HttpUrl at(Consumer<HttpUrl.Builder> query, String... segments) {
        HttpUrl.Builder url = at(segments).newBuilder();
        query.accept(url);
        return url.build();
    }

    /** A successful answer, or the exception that fits. */
    Answer get(Secrets secrets, HttpUrl url, String doing) throws BankFeedException {
        return successful(ask(secrets, url), doing);
    }

    /** Whatever Ponto answers. */
    Answer ask(Secrets secrets, HttpUrl url) throws BankFeedException {
        return withToken(secrets, token -> transport.get(url, token));
    }

    Answer post(Secrets secrets, HttpUrl url, String json, String doing) throws BankFeedException {
        UUID intention = UUID.randomUUID();
        return successful(withToken(secrets, token -> transport.post(url, token, json, intention)), doing);
    }

    Answer successful(Answer answer, String doing) throws BankFeedException {
        if (answer.isSuccess()) {
            return answer;
        }
        throw errors.of(answer, doing);
    }

    private Answer withToken(Secrets secrets, Call call) throws BankFeedException {
        AccessToken token = tokens.token(secrets, null);
        Answer answer = call.with(token);
        return answer.status() == 401 ? call.with(tokens.token(secrets, token)) : answer;
    }

    @FunctionalInterface
    private interface Call {
        Answer with(AccessToken token) throws BankFeedException;
    }
}
