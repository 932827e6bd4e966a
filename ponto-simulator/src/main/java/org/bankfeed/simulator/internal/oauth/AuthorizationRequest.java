package org.bankfeed.simulator.internal.oauth;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What an application asks of its user: checked, apart from client id and redirect URI. */
record AuthorizationRequest(String redirectUri, String state, Set<String> scopes, String challenge) {

    private static final Set<String> SCOPES = Set.of("ai", "pi", "name", "offline_access");

    static AuthorizationRequest of(Map<String, String> query, String redirectUri) throws OAuthError {
        if (!"code".equals(query.get("response_type"))) {
            throw new OAuthError(400, "unsupported_response_type", "The response_type must be code.");
        }
        String state = query.getOrDefault("state", "");
        if (state.isEmpty()) {
            throw OAuthError.invalidRequest("The parameter state is missing.");
        }
        String challenge = query.getOrDefault("code_challenge", "");
        if (!"S256".equals(query.get("code_challenge_method")) || !challenge.matches("[A-Za-z0-9_-]{43}")) {
            throw OAuthError.invalidRequest(
                    "PKCE is required: code_challenge (43 characters) with code_challenge_method S256.");
        }
        return new AuthorizationRequest(redirectUri, state, scopes(query.getOrDefault("scope", "")), challenge);
    }

    private static Set<String> scopes(String text) throws OAuthError {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.trim().split(" +")));
        scopes.remove("");
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw new OAuthError(400, "invalid_scope", "The scope must be some of: ai, pi, name, offline_access.");
        }
        return scopes;
    }
}
