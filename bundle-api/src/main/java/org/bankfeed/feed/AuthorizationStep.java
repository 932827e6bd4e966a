package org.bankfeed.feed;

import java.net.URI;

/** What comes next when a company wants to link its accounts. */
public sealed interface AuthorizationStep {

    /** Send the person's browser there; he comes back to the redirect URI with a code and the state. */
    record Visit(URI page) implements AuthorizationStep {}

    /** No person is needed: the configured credentials are the link, which stands now. */
    record Linked(Organization organization) implements AuthorizationStep {}
}
