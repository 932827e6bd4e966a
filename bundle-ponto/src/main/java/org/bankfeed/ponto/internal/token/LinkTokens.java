package org.bankfeed.ponto.internal.token;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.http.AccessToken;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of Ponto Connect's links. The refresh token is single use: over all threads and nodes one refreshes at a time,
 * and the new one is durable before anything is done with the access token that came with it.
 *
 * <p>A link is known here by a random id stored among its secrets, so that rotating its refresh token on another node
 * does not make this node's access token worthless, and completing the link anew does.
 */
public final class LinkTokens implements Tokens {

    public static final String REFRESH_TOKEN = "refresh-token";
    static final String LINK_ID = "link-id";
    static final String APPLICATION = "application";
    private static final int TRIES = 3;

    private final TokenEndpoint endpoint;
    private final Secret application;
    private final LongSupplier nanoTime;
    private final Map<String, AccessToken> latest = new ConcurrentHashMap<>();

    /** What could not be stored yet, by link: all that is left of it, should Ponto not take the old token again. */
    private final Map<String, Unstored> unstored = new ConcurrentHashMap<>();

    /** @param clientId names the application: sandbox and live have one each, and neither knows the other's tokens */
    public LinkTokens(TokenEndpoint endpoint, String clientId, LongSupplier nanoTime) {
        this.endpoint = endpoint;
        this.application = new Secret(clientId);
        this.nanoTime = nanoTime;
    }

    @Override
    public String link(Secrets secrets) throws BankFeedException {
        return linkId(secrets);
    }

    @Override
    public AccessToken token(Secrets secrets, @Nullable AccessToken rejected) throws BankFeedException {
        String link = linkId(secrets);
        AccessToken known = usable(link, rejected);
        if (known != null) {
            return known;
        }
        return secrets.<AccessToken, BankFeedException>exclusively(() -> {
            AccessToken meanwhile = usable(link, rejected);
            return meanwhile != null ? meanwhile : refreshed(secrets, link);
        });
    }

    /** Keeps what a new link was given; call it in the link's turn. */
    public void begin(Secrets secrets, Secret refresh, AccessToken access) {
        forget(secrets);
        String link = UUID.randomUUID().toString();
        secrets.write(LINK_ID, new Secret(link));
        secrets.write(APPLICATION, application);
        secrets.write(REFRESH_TOKEN, refresh);
        latest.put(link, access);
    }

    /** Forgets the access token; the stored secrets are left to the caller. */
    public void forget(Secrets secrets) {
        secrets.read(LINK_ID).ifPresent(link -> {
            latest.remove(link.reveal());
            unstored.remove(link.reveal());
        });
    }

    /** Whether the link was made for the application that is configured; a link of before this was asked is ours. */
    public boolean isOurs(Secrets secrets) {
        return secrets.read(APPLICATION).map(application::equals).orElse(true);
    }

    private AccessToken refreshed(Secrets secrets, String link) throws BankFeedException {
        if (!isOurs(secrets)) {
            throw new BankFeedException.ReconnectRequired(
                    "The link was made for another application (client.id) than the one configured now, sandbox instead"
                            + " of live perhaps; configure that one again, or connect to Ponto anew",
                    null,
                    null);
        }
        Unstored left = unstored.get(link);
        if (left != null && isKept(secrets, link, left) && left.grant().access().isFresh(nanoTime.getAsLong())) {
            return left.grant().access();
        }
        for (int i = 0; i < TRIES; i++) {
            Secret refresh = stored(secrets);
            try {
                Unstored rotated = new Unstored(refresh, endpoint.refresh(refresh));
                unstored.put(link, rotated);
                if (isKept(secrets, link, rotated)) {
                    return rotated.grant().access();
                }
            } catch (InvalidGrant e) {
                if (stored(secrets).equals(refresh)) { // else another one was faster, and its token is good
                    throw new BankFeedException.ReconnectRequired(
                            "Ponto does not accept the link's refresh token any more; connect to Ponto again",
                            e.requestId(),
                            e);
                }
            }
        }
        throw new BankFeedException.Unavailable(
                "The link's token was changed by others while it was refreshed; it will be tried again",
                Errors.USUAL_WAIT,
                null,
                null);
    }

    /** Whether the new token is durable; if another node was faster it is not, and worth nothing. */
    private boolean isKept(Secrets secrets, String link, Unstored rotated) {
        Secret fresh = rotated.grant().refresh();
        boolean kept = fresh == null
                || fresh.equals(rotated.used())
                || secrets.compareAndSet(REFRESH_TOKEN, rotated.used(), fresh); // if this throws, it stays unstored
        unstored.remove(link);
        if (kept) {
            latest.put(link, rotated.grant().access());
        }
        return kept;
    }

    private static Secret stored(Secrets secrets) throws BankFeedException {
        return secrets.read(REFRESH_TOKEN).orElseThrow(LinkTokens::notLinked);
    }

    private static String linkId(Secrets secrets) throws BankFeedException {
        Secret known = secrets.read(LINK_ID).orElse(null);
        if (known == null) {
            stored(secrets); // without it there is no link to name
            secrets.compareAndSet(LINK_ID, null, new Secret(UUID.randomUUID().toString()));
            known = secrets.read(LINK_ID).orElseThrow(LinkTokens::notLinked);
        }
        return known.reveal();
    }

    private static BankFeedException notLinked() {
        return new BankFeedException.ReconnectRequired(
                "There is no link to Ponto, or it was ended; connect to Ponto", null, null);
    }

    private @Nullable AccessToken usable(String link, @Nullable AccessToken rejected) {
        AccessToken known = latest.get(link);
        return known != null && !known.equals(rejected) && known.isFresh(nanoTime.getAsLong()) ? known : null;
    }

    /**
     * A grant that is not durable yet.
     *
     * @param used the token that it was given for, which Ponto does not take any more
     */
    private record Unstored(Secret used, Grant grant) {}
}
