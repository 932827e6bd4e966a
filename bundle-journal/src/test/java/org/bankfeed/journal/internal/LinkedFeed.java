package org.bankfeed.journal.internal;

import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.store.Secrets;

/** A feed whose credentials are the link: no person goes to the provider. */
final class LinkedFeed extends KillableFeed {

    LinkedFeed(BankFeed feed) {
        super(feed);
    }

    @Override
    public AuthorizationStep authorize(Secrets secrets, AuthorizationRequest request) throws BankFeedException {
        super.authorize(secrets, request);
        return new AuthorizationStep.Linked(complete(secrets, request, "code-1"));
    }
}
