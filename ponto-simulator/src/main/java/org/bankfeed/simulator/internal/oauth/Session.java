package org.bankfeed.simulator.internal.oauth;

import java.util.Set;

/**
 * What an access token allows.
 *
 * @param organization the id of whom it stands for; the first organization's where it stands for the application
 */
public record Session(Kind kind, String organization, Set<String> scopes) {

    /** Whom the token stands for. */
    public enum Kind {
        /** The organization, by its consent. */
        USER,
        /** The application itself. */
        CLIENT,
        /** The organization's own integration. */
        CUSTOM
    }

    public Session {
        scopes = Set.copyOf(scopes);
    }

    public boolean allows(String scope) {
        return kind == Kind.CUSTOM || scopes.contains(scope);
    }
}
