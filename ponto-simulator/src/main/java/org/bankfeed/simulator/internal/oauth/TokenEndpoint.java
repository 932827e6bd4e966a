package org.bankfeed.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.oauth.Application.Credentials;
import org.bankfeed.simulator.internal.oauth.Session.Kind;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;
import org.jspecify.annotations.Nullable;

/** Gives and revokes tokens: of Ponto Connect, or of the custom integration, which knows client credentials only. */
public final class TokenEndpoint {

    private final Credentials credentials;
    private final Kind clientKind;
    private final Grants grants;
    private final Bank bank;

    private TokenEndpoint(Credentials credentials, Kind clientKind, Grants grants, Bank bank) {
        this.credentials = credentials;
        this.clientKind = clientKind;
        this.grants = grants;
        this.bank = bank;
    }

    public static TokenEndpoint connect(Credentials credentials, Grants grants, Bank bank) {
        return new TokenEndpoint(credentials, Kind.CLIENT, grants, bank);
    }

    public static TokenEndpoint custom(Credentials credentials, Grants grants, Bank bank) {
        return new TokenEndpoint(credentials, Kind.CUSTOM, grants, bank);
    }

    public void register(Routes routes) {
        routes.post("/oauth2/token", this::token);
        routes.post("/oauth2/revoke", this::revoke);
    }

    private Answer token(Request request) {
        try {
            authenticate(request);
            // the query counts too: there are clients that send their grant there, and Ponto takes it
            Map<String, String> fields = new LinkedHashMap<>(request.query());
            fields.putAll(request.form());
            return switch (required(fields, "grant_type")) {
                case "authorization_code" -> userTokens(code(fields));
                case "refresh_token" -> userTokens(refresh(fields));
                case "client_credentials" -> clientToken();
                default -> throw unsupported();
            };
        } catch (OAuthError e) {
            return e.answer();
        }
    }

    private Answer revoke(Request request) {
        try {
            authenticate(request);
            grants.revoke(required(request.form(), "token"));
            return Answer.json(200, Json.object());
        } catch (OAuthError e) {
            return e.answer();
        }
    }

    private Grants.Tokens code(Map<String, String> fields) throws OAuthError {
        requireConnect();
        try {
            return grants.redeem(
                    required(fields, "code"), required(fields, "redirect_uri"), required(fields, "code_verifier"));
        } catch (Grants.InvalidGrantException e) {
            throw invalidGrant(e);
        }
    }

    private Grants.Tokens refresh(Map<String, String> fields) throws OAuthError {
        requireConnect();
        try {
            return grants.refresh(required(fields, "refresh_token"));
        } catch (Grants.InvalidGrantException e) {
            throw invalidGrant(e);
        }
    }

    private static OAuthError invalidGrant(Grants.InvalidGrantException reason) {
        return new OAuthError(400, "invalid_grant", String.valueOf(reason.getMessage()));
    }

    private Answer clientToken() {
        if (clientKind == Kind.CUSTOM) {
            bank.authorizeTheRest(bank.organization());
        }
        return tokens(grants.access(new Session(clientKind, bank.organization().id(), Set.of())), null, Set.of());
    }

    private static Answer userTokens(Grants.Tokens tokens) {
        return tokens(tokens.access(), tokens.refresh(), tokens.scopes());
    }

    private static Answer tokens(String access, @Nullable String refresh, Set<String> scopes) {
        ObjectNode body = Json.object()
                .put("access_token", access)
                .put("expires_in", Grants.ACCESS_TOKEN.toSeconds())
                .put("scope", String.join(" ", new TreeSet<>(scopes)))
                .put("token_type", "bearer");
        if (refresh != null) {
            body.put("refresh_token", refresh);
        }
        return Answer.json(200, body).with("Cache-Control", "no-store");
    }

    private void requireConnect() throws OAuthError {
        if (clientKind == Kind.CUSTOM) {
            throw unsupported();
        }
    }

    private static OAuthError unsupported() {
        return new OAuthError(400, "unsupported_grant_type", "This grant type is not supported here.");
    }

    private static String required(Map<String, String> fields, String name) throws OAuthError {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw OAuthError.invalidRequest("The parameter " + name + " is missing.");
        }
        return value;
    }

    private void authenticate(Request request) throws OAuthError {
        String header = request.header("Authorization").orElse("");
        if (header.regionMatches(true, 0, "Basic ", 0, 6)
                && isOurs(header.substring(6).trim())) {
            return;
        }
        throw new OAuthError(401, "invalid_client", "Client id or client secret is wrong or missing.");
    }

    private boolean isOurs(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon > 0 && credentials.match(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
