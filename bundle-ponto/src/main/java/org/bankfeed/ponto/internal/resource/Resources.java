package org.bankfeed.ponto.internal.resource;

import java.util.UUID;
import okhttp3.HttpUrl;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.access.PageStyle;
import org.bankfeed.ponto.internal.http.AccessToken;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.http.Patience;
import org.bankfeed.ponto.internal.http.Transport;
import org.bankfeed.ponto.internal.token.Tokens;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Asks for resources with an access token; one that Ponto does not take is renewed once and the call repeated once. */
public final class Resources {

    private final HttpUrl api;
    private final PageStyle style;
    private final Transport transport;
    private final Tokens tokens;
    private final Patience patience;
    private final Errors errors;

    public Resources(Access access, Transport transport, Tokens tokens, Patience patience, Errors errors) {
        this.api = access.api();
        this.style = access.pageStyle();
        this.transport = transport;
        this.tokens = tokens;
        this.patience = patience;
        this.errors = errors;
    }

    public HttpUrl api() {
        return api;
    }

    /** An address below the API's root; each segment is encoded. */
    public HttpUrl at(String... segments) {
        HttpUrl.Builder url = api.newBuilder();
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    /**
     * An address of one page of a list.
     *
     * @param direction {@code after} or {@code before} the cursor
     * @param cursor {@code null} for the top of the list
     */
    public HttpUrl page(int limit, String direction, @Nullable String cursor, String... segments) {
        HttpUrl.Builder url =
                at(segments).newBuilder().addQueryParameter(style.parameter("limit"), Integer.toString(limit));
        if (cursor != null) {
            url.addQueryParameter(style.parameter(direction), cursor);
        }
        return url.build();
    }

    /** A successful answer, or the exception that fits. */
    public Answer get(Secrets secrets, HttpUrl url, String doing) throws BankFeedException {
        return successful(ask(secrets, url, doing), doing);
    }

    /** Whatever Ponto answers, unless it is busy or away. */
    public Answer ask(Secrets secrets, HttpUrl url, String doing) throws BankFeedException {
        return withToken(secrets, doing, token -> transport.get(url, token));
    }

    public Answer post(Secrets secrets, HttpUrl url, String json, String doing) throws BankFeedException {
        return successful(tryToPost(secrets, url, json, doing), doing);
    }

    /** Whatever Ponto answers; all repetitions carry the same idempotency key. */
    public Answer tryToPost(Secrets secrets, HttpUrl url, String json, String doing) throws BankFeedException {
        UUID intention = UUID.randomUUID();
        return withToken(secrets, doing, token -> transport.post(url, token, json, intention));
    }

    /** Whatever Ponto answers. */
    public Answer delete(Secrets secrets, HttpUrl url, String doing) throws BankFeedException {
        return withToken(secrets, doing, token -> transport.delete(url, token));
    }

    public Answer successful(Answer answer, String doing) throws BankFeedException {
        if (answer.isSuccess()) {
            return answer;
        }
        throw errors.of(answer, doing);
    }

    /** A token that Ponto does not take is renewed once. The wish is one, so its patience is shared. */
    private Answer withToken(Secrets secrets, String doing, Call call) throws BankFeedException {
        Patience.Wish wish = patience.wish(tokens.link(secrets));
        AccessToken token = wish.prepare(() -> tokens.token(secrets, null));
        Answer answer = wish.fulfil(() -> settled(call.with(token), doing));
        if (answer.status() != 401) {
            return answer;
        }
        AccessToken renewed = wish.prepare(() -> tokens.token(secrets, token));
        return wish.fulfil(() -> settled(call.with(renewed), doing));
    }

    private Answer settled(Answer answer, String doing) throws BankFeedException {
        if (Errors.isPassing(answer.status())) {
            throw errors.of(answer, doing);
        }
        return answer;
    }

    @FunctionalInterface
    private interface Call {
        Answer with(AccessToken token) throws BankFeedException;
    }
}
