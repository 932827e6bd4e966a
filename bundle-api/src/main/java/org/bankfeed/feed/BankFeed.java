package org.bankfeed.feed;

import java.net.InetAddress;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.store.Secrets;
import org.bankfeed.words.Sentence;
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
     * All accounts that the link shares now, beside those that can be read also those that cannot. Asked once for both.
     *
     * @return by default {@link #accounts}, and none that cannot be read
     */
    default SharedAccounts sharedAccounts(Secrets secrets) throws BankFeedException {
        return new SharedAccounts(accounts(secrets), List.of());
    }

    /**
     * Reads on from a position. Reading is by pointer, never by date: an old date may arrive late.
     *
     * @param account as {@link #accounts} gave it lately: its id, zone and currency are used
     * @param position where the last page ended; {@link Position#START} for everything, newest pages first
     * @return at most 100 lines; none when there is nothing new
     */
    FeedPage transactions(Secrets secrets, FeedAccount account, Position position) throws BankFeedException;

    /**
     * Whether somebody stopped at this position before he had come to the end. Reading on from there tells of what there
     * was when he began; what there is now takes one more round after it. Touches no network.
     *
     * @return by default {@code false}
     */
    default boolean isUnfinished(Position position) {
        return false;
    }

    /** What the bank knows of but has not booked; all of it, in no lasting order. Their ids do not survive booking. */
    List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException;

    /**
     * The booked lines that a synchronization changed, in no particular order. Reading on looks again only at the newest
     * lines; this finds a change however old its line is. New lines may or may not be among them, so read on as well.
     * Pending lines need none of it: they are read whole each time.
     *
     * @param synchronization as {@link FeedEvent#synchronization} names it for lines that were updated, or {@link
     *     SyncOrder#id} of an order that is done
     * @return by default none; none as well if the provider does not know that synchronization (any more)
     */
    default List<FeedLine> changed(Secrets secrets, FeedAccount account, String synchronization)
            throws BankFeedException {
        return List.of();
    }

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

    /**
     * Orders a synchronization for a person who waits for it: details first, transactions after. A background job never
     * does this; it only reads. Returns at once; {@link #follow} tells how far it is.
     *
     * @param person the person's own public address
     * @return by default an order that is not offered
     * @throws BankFeedException.Refused if the address is private, loopback, link-local or the like, before any call
     */
    default SyncOrder order(Secrets secrets, FeedAccountId account, InetAddress person) throws BankFeedException {
        return SyncOrder.notOffered(account, person.getHostAddress());
    }

    /** How far an order is now; asks the provider once. Call it every two seconds or so until it has ended. */
    default SyncOrder follow(Secrets secrets, SyncOrder order) throws BankFeedException {
        return order;
    }

    /**
     * Proves that what came in by the webhook door is the provider's word, meant for us, and of now. It does not know
     * which deliveries came before: refuse one whose {@link FeedEvent#deliveryId} you have seen.
     *
     * @param headers of the request; their names in any case
     * @param body its raw bytes, read before anything parsed them
     * @throws FeedEventRefusedException if it is not; answer 400
     * @throws BankFeedException if it cannot be proven now; answer 503, so that it is delivered again
     */
    default FeedEvent verify(Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, BankFeedException {
        throw new FeedEventRefusedException(Sentence.of(FaultCode.NO_WEBHOOKS));
    }

    /** Whose accounts a link shares, and whether they are in order with the provider; empty where it does not tell. */
    default Optional<FeedOrganization> organization(Secrets secrets) throws BankFeedException {
        return Optional.empty();
    }

    /** The bank of each account that the link shares; an account whose bank cannot be told is left out. */
    default Map<FeedAccountId, FeedInstitution> institutions(Secrets secrets) throws BankFeedException {
        return Map.of();
    }

    /**
     * Takes one account out of the link, at the provider. Its holder can share it again there. One that is not shared
     * any more is no error.
     *
     * @return {@code false} if this feed cannot; the holder does it at the provider
     */
    default boolean unshare(Secrets secrets, FeedAccountId account) throws BankFeedException {
        return false;
    }

    /**
     * Ends a link as {@link #revoke} does, even if its token was lost: then by the organization's id, which ends every
     * link of ours to it. Call {@link #revoke} instead if a newer link to the same organization stands.
     *
     * @param organization as {@link #complete} gave it
     */
    default void end(Secrets secrets, Organization organization) throws BankFeedException {
        revoke(secrets);
    }

    /**
     * What the provider counts of an organization in a month. It is asked by our application's own means, so it is told of
     * a link whose token was lost or refused as well.
     *
     * @param secrets of the link on whose behalf it is asked; neither read nor written
     * @param organization as {@link #complete} gave it
     * @param month not one to come
     * @return by default empty: this feed has no such count
     * @throws BankFeedException.Refused if the provider knows no such organization
     * @see "Ponto Connect API: Usage"
     */
    default Optional<FeedUsage> usage(Secrets secrets, Organization organization, YearMonth month)
            throws BankFeedException {
        return Optional.empty();
    }

    /**
     * All accounts that the provider's register names as shared with our application, in no particular order: over all its
     * organizations, and so over all companies here. Show nobody those of another's. Asked as {@link #usage} is.
     *
     * @param secrets of the link on whose behalf it is asked; neither read nor written
     * @return by default empty: the provider keeps no such register of this feed
     * @see "Ponto Connect API: Integration Accounts"
     */
    default Optional<List<FeedShare>> shares(Secrets secrets) throws BankFeedException {
        return Optional.empty();
    }
}
