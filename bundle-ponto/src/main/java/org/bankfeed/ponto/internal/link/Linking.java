package org.bankfeed.ponto.internal.link;

import java.net.URI;
import java.util.Set;
import okhttp3.HttpUrl;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.feed.Organization;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.http.Patience;
import org.bankfeed.ponto.internal.token.Grant;
import org.bankfeed.ponto.internal.token.InvalidGrant;
import org.bankfeed.ponto.internal.token.LinkTokens;
import org.bankfeed.ponto.internal.token.TokenEndpoint;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and ends a Ponto Connect link: authorization code with PKCE. */
public final class Linking {

    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);
    private static final Set<String> LANGUAGES = Set.of("en", "fr", "nl");

    /** Stands for a verifier whose code was exchanged already, so that a lost answer after it costs nothing. */
    private static final Secret EXCHANGED = new Secret("exchanged");

    private final Access access;
    private final TokenEndpoint endpoint;
    private final LinkTokens tokens;
    private final Organizations organizations;
    private final Patience patience;
    private final Vendor vendor;

    public Linking(
            Access access,
            TokenEndpoint endpoint,
            LinkTokens tokens,
            Organizations organizations,
            Patience patience,
            Vendor vendor) {
        this.access = access;
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.organizations = organizations;
        this.patience = patience;
        this.vendor = vendor;
    }

    public URI begin(Secrets secrets, AuthorizationRequest request) {
        Secret verifier = Pkce.verifier();
        secrets.write(Pkce.nameFor(request.state()), verifier);
        HttpUrl.Builder page = access.authorization()
                .newBuilder()
                .addQueryParameter("client_id", access.clientId())
                .addQueryParameter("redirect_uri", request.redirectUri().toString())
                .addQueryParameter("response_type", "code")
                .addQueryParameter("scope", access.scope())
                .addQueryParameter("state", request.state())
                .addQueryParameter("code_challenge", Pkce.challenge(verifier))
                .addQueryParameter("code_challenge_method", "S256");
        String language = request.language().getLanguage();
        if (LANGUAGES.contains(language)) {
            page.addQueryParameter("language", language);
        }
        String onboarding = onboarding(secrets, request);
        if (onboarding != null) {
            page.addQueryParameter("onboarding_details_id", onboarding);
        }
        return page.build().uri();
    }

    /** Spares the person some typing; without it he types, so it is no reason to fail. */
    private @Nullable String onboarding(Secrets secrets, AuthorizationRequest request) {
        OnboardingDetails details = request.onboarding();
        try {
            return details == null ? null : vendor.onboarding(secrets, details);
        } catch (BankFeedException e) {
            LOG.warn("Ponto's forms cannot be filled in advance: {} (request id {})", e.getMessage(), e.requestId());
            return null;
        }
    }

    public Organization complete(Secrets secrets, AuthorizationRequest request, String code) throws BankFeedException {
        String name = Pkce.nameFor(request.state());
        patience.wish()
                .fulfil(() ->
                        secrets.<Boolean, BankFeedException>exclusively(() -> exchange(secrets, request, code, name)));
        Organization organization = organizations.own(secrets);
        secrets.compareAndSet(name, EXCHANGED, null);
        return organization;
    }

    /**
     * Ends the link at Ponto, then here.
     *
     * @param organization by whose id the link is ended if its token is lost or dead; {@code null} if not known
     */
    public void end(Secrets secrets, @Nullable String organization) throws BankFeedException {
        patience.wish()
                .fulfil(() -> secrets.<Boolean, BankFeedException>exclusively(() -> {
                    Secret refresh = secrets.read(LinkTokens.REFRESH_TOKEN).orElse(null);
                    boolean ours = tokens.isOurs(secrets); // else our application knows nothing of it
                    boolean ended = ours && refresh != null && endpoint.revoke(refresh);
                    if (ours && !ended && organization != null) {
                        vendor.endIntegration(secrets, organization);
                    }
                    tokens.forget(secrets);
                    secrets.forget();
                    return true;
                }));
    }

    private boolean exchange(Secrets secrets, AuthorizationRequest request, String code, String name)
            throws BankFeedException {
        Secret verifier = secrets.read(name)
                .orElseThrow(() -> new BankFeedException.AuthorizationRefused(
                        "No linking was begun that this return belongs to, or it is complete already; begin again",
                        null));
        if (verifier.equals(EXCHANGED)) {
            return false;
        }
        Grant grant = grant(secrets, request, code, name, verifier);
        Secret refresh = grant.refresh();
        if (refresh == null) {
            throw new BankFeedException.Misconfigured(
                    "Ponto gave no refresh token; scope must contain offline_access", null, null);
        }
        tokens.begin(secrets, refresh, grant.access());
        secrets.write(name, EXCHANGED);
        return true;
    }

    private Grant grant(Secrets secrets, AuthorizationRequest request, String code, String name, Secret verifier)
            throws BankFeedException {
        try {
            return endpoint.exchange(code, request, verifier);
        } catch (InvalidGrant e) {
            secrets.compareAndSet(name, verifier, null);
            throw new BankFeedException.AuthorizationRefused(
                    "Ponto does not accept the code that came back (used, too old, or not ours); begin again",
                    e.requestId());
        }
    }
}
