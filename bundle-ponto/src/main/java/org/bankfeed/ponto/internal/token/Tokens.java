package org.bankfeed.ponto.internal.token;

import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.http.AccessToken;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Where access tokens come from. */
public interface Tokens {

    /** Names the link within this feed, for what is kept in memory about it; not its secret. */
    String link(Secrets secrets) throws BankFeedException;

    /**
     * A token to use now.
     *
     * @param rejected the one that Ponto did not take, which must not come again; {@code null} if there was none
     */
    AccessToken token(Secrets secrets, @Nullable AccessToken rejected) throws BankFeedException;
}
