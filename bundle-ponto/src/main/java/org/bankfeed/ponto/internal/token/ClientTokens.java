package org.bankfeed.ponto.internal.token;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.http.AccessToken;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Tokens of the custom integration: its client id and secret are the link, whoever asks. */
public final class ClientTokens implements Tokens {

    private final TokenEndpoint endpoint;
    private final LongSupplier nanoTime;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable AccessToken latest;

    public ClientTokens(TokenEndpoint endpoint, LongSupplier nanoTime) {
        this.endpoint = endpoint;
        this.nanoTime = nanoTime;
    }

    @Override
    public String link(Secrets secrets) {
        return "client";
    }

    @Override
    public AccessToken token(Secrets secrets, @Nullable AccessToken rejected) throws BankFeedException {
        AccessToken known = usable(rejected);
        if (known != null) {
            return known;
        }
        refreshing.lock();
        try {
            known = usable(rejected);
            if (known == null) {
                known = endpoint.byCredentials().access();
                latest = known;
            }
            return known;
        } catch (InvalidGrant e) {
            throw new BankFeedException.Misconfigured(
                    "Ponto refuses our client (invalid_grant); check client.id and client.secret.file",
                    e.requestId(),
                    e);
        } finally {
            refreshing.unlock();
        }
    }

    private @Nullable AccessToken usable(@Nullable AccessToken rejected) {
        AccessToken known = latest;
        return known != null && !known.equals(rejected) && known.isFresh(nanoTime.getAsLong()) ? known : null;
    }
}
