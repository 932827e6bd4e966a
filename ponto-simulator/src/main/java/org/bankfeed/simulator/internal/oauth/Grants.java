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
 * Each organization's integration, and the codes and tokens. Refresh tokens and integrations survive a restart, as hashes; access
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
    private final Map<String, Granted> refreshTokens = new LinkedHashMap<>();
    private final Map<String, Integration> integrations = new LinkedHashMap<>();
    private final String first;
    private String newest = "";
    private boolean newestIsUsed;
    private Consumer<Event> events = event -> {};

    /** What an organization consented to. */
    private record Granted(String organization, Set<String> scopes) {}

    private record Code(Granted granted, String redirectUri, String challenge, Instant until) {}

    private record Access(Session session, Instant until) {}

    /** The first organization's integration stands apart, as before there were others. */
    private record Saved(
            @Nullable Integration integration,
            @Nullable Map<String, Integration> others,
            List<SavedToken> refreshTokens) {}

    private record SavedToken(String hash, @Nullable String organization, Set<String> scopes) {}

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
     * @param first the id of the first organization
     * @throws IOException if the state is damaged
     */
    public Grants(StateFile state, String first, Clocks clocks) throws IOException {
        this.state = state;
        this.first = first;
        this.clock = clocks.world();
        this.realClock = clocks.real();
        Optional<Saved> saved = state.read(SECTION, Saved.class);
        saved.ifPresent(this::restore);
    }

    private void restore(Saved saved) {
        if (saved.others() != null) {
            integrations.putAll(saved.others());
        }
        if (saved.integration() != null) {
            integrations.put(first, saved.integration());
        }
        for (SavedToken token : saved.refreshTokens()) {
            String organization = token.organization() == null ? first : token.organization();
            refreshTokens.put(token.hash(), new Granted(organization, token.scopes()));
        }
    }

    /** Who is told of the integrations' changes. */
    public synchronized void tell(Consumer<Event> listener) {
        events = listener;
    }

    public synchronized Optional<Integration> integration(String organization) {
        return Optional.ofNullable(integrations.get(organization));
    }

    /** By organization. */
    public synchronized Map<String, Integration> integrations() {
        return Map.copyOf(integrations);
    }

    /** Whether the application may see the account. */
    public synchronized boolean isShared(String account) {
        return integrations.values().stream()
                .anyMatch(known -> known.accountIds().contains(account));
    }

    /** An organization consents: shares these accounts from now on, and only these. Gives the authorization code. */
    synchronized String consent(String organization, Collection<String> accounts, AuthorizationRequest asked) {
        Integration current = integrations.get(organization);
        Integration before = current == null ? new Integration(UUID.randomUUID().toString(), Map.of()) : current;
        change(organization, before.sharing(accounts, clock.instant()));
        codes.values().removeIf(code -> code.until().isBefore(realClock.instant()));
        String code = Secrets.token();
        codes.put(
                Secrets.hash(code),
                new Code(
                        new Granted(organization, Set.copyOf(asked.scopes())),
                        asked.redirectUri(),
                        asked.challenge(),
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
        return issue(found.granted());
    }

    /** Turns a refresh token into new tokens, once. */
    synchronized Tokens refresh(String refreshToken) throws InvalidGrantException {
        Granted granted = refreshTokens.remove(Secrets.hash(refreshToken));
        if (granted == null) {
            throw new InvalidGrantException("The refresh token is unknown, revoked or was already used.");
        }
        return issue(granted);
    }

    private Tokens issue(Granted granted) {
        @Nullable String refresh = null;
        if (granted.scopes().contains(OFFLINE)) {
            refresh = Secrets.token();
            refreshTokens.put(Secrets.hash(refresh), granted);
        }
        save();
        Session session = new Session(Session.Kind.USER, granted.organization(), granted.scopes());
        String access = access(session);
        newest = Secrets.hash(access);
        newestIsUsed = false;
        return new Tokens(access, refresh, granted.scopes());
    }

    /** Whether something was asked with the access token that was given for a code or a refresh token last. */
    public synchronized boolean newestIsUsed() {
        return newestIsUsed;
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
        String hash = Secrets.hash(accessToken);
        newestIsUsed |= hash.equals(newest);
        Access access = accessTokens.get(hash);
        return access == null || !realClock.instant().isBefore(access.until())
                ? Optional.empty()
                : Optional.of(access.session());
    }

    /** Ends the integration if the token is one of its refresh tokens; says nothing about others. */
    synchronized void revoke(String refreshToken) {
        Granted granted = refreshTokens.get(Secrets.hash(refreshToken));
        if (granted != null) {
            end(granted.organization());
        } else {
            accessTokens.remove(Secrets.hash(refreshToken));
        }
    }

    /** Ends an organization's integration and all its tokens; gives what it was. */
    public synchronized Optional<Integration> end(String organization) {
        Optional<Integration> ended = Optional.ofNullable(integrations.remove(organization));
        ended.ifPresent(was -> events.accept(Event.ofOrganization("integration.revoked", organization)));
        codes.values().removeIf(code -> code.granted().organization().equals(organization));
        refreshTokens.values().removeIf(granted -> granted.organization().equals(organization));
        accessTokens
                .values()
                .removeIf(access -> access.session().kind() == Session.Kind.USER
                        && access.session().organization().equals(organization));
        save();
        return ended;
    }

    /** Takes an account out of its integration. */
    public synchronized void unshare(String account) {
        Map.copyOf(integrations).forEach((organization, current) -> {
            if (current.accountIds().contains(account)) {
                change(organization, current.without(account));
            }
        });
    }

    /** The user shares one more account, in his dashboard. Nothing without an integration. */
    public synchronized void share(String organization, String account) {
        Integration current = integrations.get(organization);
        if (current != null) {
            Set<String> accounts = new LinkedHashSet<>(current.accountIds());
            accounts.add(account);
            change(organization, current.sharing(accounts, clock.instant()));
        }
    }

    private void change(String organization, Integration next) {
        Integration before = integrations.put(organization, next);
        save();
        if (before == null) {
            events.accept(Event.ofOrganization("integration.created", organization));
        }
        Set<String> known = before == null ? Set.of() : before.accountIds();
        next.accountIds().stream()
                .filter(account -> !known.contains(account))
                .forEach(account -> events.accept(Event.ofAccount("integration.accountAdded", organization, account)));
        known.stream()
                .filter(account -> !next.accountIds().contains(account))
                .forEach(
                        account -> events.accept(Event.ofAccount("integration.accountRevoked", organization, account)));
    }

    private void save() {
        List<SavedToken> tokens = new ArrayList<>();
        refreshTokens.forEach((hash, granted) ->
                tokens.add(new SavedToken(hash, granted.organization(), new TreeSet<>(granted.scopes()))));
        Map<String, Integration> others = new LinkedHashMap<>(integrations);
        Integration own = others.remove(first);
        state.write(SECTION, new Saved(own, others, tokens));
    }
}
