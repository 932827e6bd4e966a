package org.bankfeed.feed;

import java.net.URI;
import java.util.List;
import org.bankfeed.store.Secrets;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Speaks one provider's protocol and nothing else. It keeps nothing itself: each call gets the handle on the link's
 * secrets, where tokens and pending verifiers live.
 *
 * <p>Calls block until the provider answers or the configured time passes; use a worker thread. Safe for use by many
 * threads; at most one refreshes a link's token at a time, over all nodes ({@link Secrets#exclusively}).
 */
@ConsumerType
public interface BankFeed {

    /** Service property: the name by which a link remembers its feed, unique in the container. Type {@code String}. */
    String NAME = "bankfeed.feed.name";

    /** The name of this feed, as {@link #NAME} says. It never changes for a configured link. */
    String name();

    /**
     * Begins to link a company's accounts.
     *
     * @param secrets of the link to be
     * @throws BankFeedException.Misconfigured if this feed's configuration is not usable
     */
    AuthorizationStep authorize(Secrets secrets, AuthorizationRequest request) throws BankFeedException;

    /**
     * Completes a link with the code that the person brought back; the caller has checked the state.
     *
     * @param request the same as at {@link #authorize}
     * @param code from the redirect
     * @return whose accounts they are
     * @throws BankFeedException.AuthorizationRefused if the code was used, has expired, or is not ours
     */
    Organization complete(Secrets secrets, AuthorizationRequest request, String code) throws BankFeedException;

    /** All accounts that the link shares now; empty if the person shared none. */
    List<FeedAccount> accounts(Secrets secrets) throws BankFeedException;

    /**
     * Reads on from a position. Reading is by pointer, never by date: an old date may arrive late.
     *
     * @param account as {@link #accounts} gave it lately: its id, zone and currency are used
     * @param position where the last page ended; {@link Position#START} for everything, newest pages first
     * @return at most 100 lines; none when there is nothing new
     */
    FeedPage transactions(Secrets secrets, FeedAccount account, Position position) throws BankFeedException;

    /** What the bank knows of but has not booked; all of it, in no lasting order. Their ids do not survive booking. */
    List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException;

    /**
     * Reads a line that was kept raw once more, after an update perhaps. Touches no network.
     *
     * @param raw as {@link FeedLine#raw} gave it
     */
    FeedLine readAgain(FeedAccount account, String raw);

    /**
     * Asks for the page on which the holder renews his consent at the bank for one account.
     *
     * @param back where he comes back to
     */
    URI reauthorize(Secrets secrets, FeedAccountId account, URI back) throws BankFeedException;

    /** Ends the link at the provider and forgets its secrets. A link that has ended already is no error. */
    void revoke(Secrets secrets) throws BankFeedException;

    /**
     * What an operator should know of this feed's own means, its certificates above all. Quick, and asks nobody on the
     * network. By default nothing is wrong.
     */
    default FeedHealth health() {
        return FeedHealth.GOOD;
    }
}
