package org.bankfeed.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What comes next when a company wants to link its accounts. */
public sealed interface AuthorizationStep {

    /** Send the person's browser there; he comes back to the redirect URI with a code and the state. */
    record Visit(URI page) implements AuthorizationStep {}

    /**
     * No person is needed: the configured credentials are the link, which stands now.
     *
     * @param organization whose they are; where the provider does not say, its id is {@code credentials}
     * @param credentials a name of the credentials that is always the same, by which their link is known again whether or
     *     not the provider says whose they are; {@code null} if they have none
     */
    record Linked(Organization organization, @Nullable String credentials) implements AuthorizationStep {

        public Linked(Organization organization) {
            this(organization, null);
        }

        /** Whether the provider said whose the credentials are. */
        public boolean isTold() {
            return !organization.id().equals(credentials);
        }
    }
}
