package org.bankfeed.feed;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The wish to link a company's accounts.
 *
 * @param state an unguessable text that comes back with the person; bound to him by the caller
 * @param redirectUri where the person comes back to; registered at the provider
 * @param language in which the person wants to be spoken to
 * @param onboarding what fills the provider's forms for somebody new there, or {@code null}
 */
public record AuthorizationRequest(
        String state,
        URI redirectUri,
        Locale language,
        @Nullable OnboardingDetails onboarding) {

    public AuthorizationRequest(String state, URI redirectUri, Locale language) {
        this(state, redirectUri, language, null);
    }

    /** Without the state and the person's data. */
    @Override
    public String toString() {
        return "AuthorizationRequest[%s %s]".formatted(redirectUri, language);
    }
}
