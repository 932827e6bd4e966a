package org.bankfeed.journal.internal;

import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.Organization;
import org.bankfeed.store.Secrets;

/** A feed whose credentials are the link: no person goes to the provider. */
final class LinkedFeed extends KillableFeed {

    static final String CREDENTIALS = "client:1";

    private boolean tells = true;

    LinkedFeed(BankFeed feed) {
        super(feed);
    }

    /** The provider says whose the credentials are. */
    void tells() {
        tells = true;
    }

    /** It does not. */
    void tellsNot() {
        tells = false;
    }

    @Override
    public AuthorizationStep authorize(Secrets secrets, AuthorizationRequest request) throws BankFeedException {
        super.authorize(secrets, request);
        Organization told = complete(secrets, request, "code-1");
        return new AuthorizationStep.Linked(tells ? told : new Organization(CREDENTIALS, null), CREDENTIALS);
    }
}
