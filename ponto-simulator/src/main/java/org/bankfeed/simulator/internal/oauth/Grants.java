package org.bankfeed.simulator.internal.oauth;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.bankfeed.simulator.SimulatorOptions.Clocks;
import org.bankfeed.simulator.internal.bank.Event;
import org.bankfeed.simulator.internal.state.StateFile;
import org.jspecify.annotations.Nullable;

/**
 * The integration and its codes and tokens. Refresh tokens and the integration survive a restart, as hashes; access
 * tokens and codes do not. Lifetimes are real time. Safe for use by many threads.
 */
public final class Grants {

    /** As Ponto says it in {@code expires_in}. */
    static final Duration ACCESS_TOKEN = Duration.ofSeconds(1799);

    private static final Duration CODE = Duration.ofMinutes(10);
    private static final String OFFLINE = "offline_access";
    private static final String SECTION = "grants";

    private final Clock realClock;
    private final Clock clock;
    private final StateFile state;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Access> accessTokens = new HashMap<>();
    private final Map<String, Set<String>> refreshTokens = new LinkedHashMap<>();
    private @Nullable Integration integration;
    private Consumer<Event> events = event -> {};

    private record Code(Set<String> scopes, String redirectUri, String challenge, Instant until) {}

    private record Access(Session session, Instant until) {}

    private record Saved(@Nullable Integration integration, List<SavedToken> refreshTokens) {}

    private record SavedToken(String hash, Set<String> scopes) {}

    /** Fresh tokens; no refresh token without the scope for it. */
    record Tokens(String access, @Nullable String refresh, Set<String> scopes) {
        @Override
        public String toString() {
            return "Tokens" + scopes;
        }
    }

    /** The code or refresh token is not (or no longer) good. The message says why, for a developer. */
    static final class InvalidGrantException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidGrantException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Reads the grants of before.
     *
     * @throws IOException if the state is damaged
     */
    public Grants(StateFile state, Clocks clocks) throws IOException {
        this.state = state;
        this.clock = clocks.world();
        this.realClock = clocks.real();
        Optional<Saved> saved = state.read(SECTION, Saved.class);
        if (saved.isPresent()) {
            integration = saved.get().integration();
            saved.get().refreshTokens().forEach(token -> refreshTokens.put(token.hash(), token.scopes()));
        }
    }

    /** Who is told of the integration's changes. */
    public synchronized void tell(Consumer<Event> listener) {
        events = listener;
    }

    public synchronized Optional<Integration> integration() {
        return Optional.ofNullable(integration);
    }

    /** The organization consents: shares these accounts from now on, and only these. Gives the authorization code. */
    synchronized String consent(Collection<String> accounts, Set<String> scopes, String redirectUri, String challenge) {
        Integration current = integration;
        Integration before = current == null ? new Integration(UUID.randomUUID().toString(), Map.of()) : current;
        change(before.sharing(accounts, clock.instant()));
        codes.values().removeIf(code -> code.until().isBefore(realClock.instant()));
        String code = Secrets.token();
        codes.put(
                Secrets.hash(code),
                new Code(
                        Set.copyOf(scopes),
                        redirectUri,
                        challenge,
                        realClock.instant().plus(CODE)));
        return code;
    }

    /** Turns a code into tokens, once. */
    synchronized Tokens redeem(String code, String redirectUri, String verifier) throws InvalidGrantException {
        String hash = Secrets.hash(code);
        Code found = codes.get(hash);
        if (found == null) {
            throw new InvalidGrantException("The authorization code is unknown or was already used.");
        }
        if (!realClock.instant().isBefore(found.until())) {
            codes.remove(hash);
            throw new InvalidGrantException("The authorization code has expired.");
        }
        if (!found.redirectUri().equals(redirectUri)) {
            throw new InvalidGrantException("The redirect_uri is not the one of the authorization request.");
        }
        if (!Secrets.equal(found.challenge(), Secrets.challenge(verifier))) {
            throw new InvalidGrantException("The code_verifier does not fit the code_challenge.");
        }
        codes.remove(hash);
        return issue(found.scopes());
    }

    /** Turns a refresh token into new tokens, once. */
    synchronized Tokens refresh(String refreshToken) throws InvalidGrantException {
        Set<String> scopes = refreshTokens.remove(Secrets.hash(refreshToken));
        if (scopes == null) {
            throw new InvalidGrantException("The refresh token is unknown, revoked or was already used.");
        }
        return issue(scopes);
    }

    private Tokens issue(Set<String> scopes) {
        @Nullable String refresh = null;
        if (scopes.contains(OFFLINE)) {
            refresh = Secrets.token();
            refreshTokens.put(Secrets.hash(refresh), scopes);
        }
        save();
        return new Tokens(access(new Session(Session.Kind.USER, scopes)), refresh, scopes);
    }

    /** A token for the application itself or for the organization's own integration. */
    synchronized String access(Session session) {
        Instant now = realClock.instant();
        accessTokens.values().removeIf(access -> !now.isBefore(access.until()));
        String token = Secrets.token();
        accessTokens.put(Secrets.hash(token), new Access(session, now.plus(ACCESS_TOKEN)));
        return token;
    }

    /** What the access token allows now; empty if it is unknown, expired or revoked. */
    public synchronized Optional<Session> session(String accessToken) {
        Access access = accessTokens.get(Secrets.hash(accessToken));
        return access == null || !realClock.instant().isBefore(access.until())
                ? Optional.empty()
                : Optional.of(access.session());
    }

    /** Ends the integration if the token is one of its refresh tokens; says nothing about others. */
    synchronized void revoke(String refreshToken) {
        if (refreshTokens.containsKey(Secrets.hash(refreshToken))) {
            end();
        } else {
            accessTokens.remove(Secrets.hash(refreshToken));
        }
    }

    /** Ends the integration and all its tokens; gives what it was. */
    public synchronized Optional<Integration> end() {
        Optional<Integration> ended = Optional.ofNullable(integration);
        integration = null;
        ended.ifPresent(was -> events.accept(Event.ofOrganization("integration.revoked")));
        codes.clear();
        refreshTokens.clear();
        accessTokens.values().removeIf(access -> access.session().kind() == Session.Kind.USER);
        save();
        return ended;
    }

    /** Takes an account out of the integration. */
    public synchronized void unshare(String account) {
        Integration current = integration;
        if (current != null) {
            change(current.without(account));
        }
    }

    /** The user shares one more account, in his dashboard. Nothing without an integration. */
    public synchronized void share(String account) {
        Integration current = integration;
        if (current != null) {
            Set<String> accounts = new LinkedHashSet<>(current.accountIds());
            accounts.add(account);
            change(current.sharing(accounts, clock.instant()));
        }
    }

    private void change(Integration next) {
        Integration before = integration;
        integration = next;
        save();
        if (before == null) {
            events.accept(Event.ofOrganization("integration.created"));
        }
        Set<String> known = before == null ? Set.of() : before.accountIds();
        next.accountIds().stream()
                .filter(account -> !known.contains(account))
                .forEach(account -> events.accept(Event.ofAccount("integration.accountAdded", account)));
        known.stream()
                .filter(account -> !next.accountIds().contains(account))
                .forEach(account -> events.accept(Event.ofAccount("integration.accountRevoked", account)));
    }

    private void save() {
        List<SavedToken> tokens = new ArrayList<>();
        refreshTokens.forEach((hash, scopes) -> tokens.add(new SavedToken(hash, new TreeSet<>(scopes))));
        state.write(SECTION, new Saved(integration, tokens));
    }
}
