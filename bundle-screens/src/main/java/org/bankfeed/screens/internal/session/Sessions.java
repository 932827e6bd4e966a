package org.bankfeed.screens.internal.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * Who is signed in. In memory only: who was signed in when the container ends signs in again. A component of its own, and
 * there whether or not somebody uses it, so that a new configuration of the pages ends nobody's session.
 *
 * <p>A session ends after some idle time, and after a working day in any case; both in real time, whatever clock a
 * demonstration has.
 */
@Component(service = Sessions.class, immediate = true)
public final class Sessions {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 10_000;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public Sessions() {
        this(Clock.systemUTC());
    }

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @return its key, for the browser's cookie and nobody else
     */
    public String open(SignIn.Person person, Duration idle) {
        CompanyId first = person.companies().stream()
                .min(Comparator.comparing(CompanyId::value))
                .orElseThrow();
        forgetEnded(idle);
        String key = unguessable();
        sessions.put(key, new Session(person, first, unguessable(), clock.instant()));
        return key;
    }

    /** The session of a key, if it has not ended. */
    public Optional<Session> find(@Nullable String key, Duration idle) {
        Session session = key == null ? null : sessions.get(key);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (ended(session, now, idle)) {
            sessions.remove(key);
            return Optional.empty();
        }
        session.seen(now);
        return Optional.of(session);
    }

    public void end(@Nullable String key) {
        if (key != null) {
            sessions.remove(key);
        }
    }

    private void forgetEnded(Duration idle) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> ended(session, now, idle));
        while (sessions.size() >= MOST) {
            sessions.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().lastSeen()))
                    .ifPresent(oldest -> sessions.remove(oldest.getKey()));
        }
    }

    private static boolean ended(Session session, Instant now, Duration idle) {
        return session.lastSeen().plus(idle).isBefore(now)
                || session.began().plus(LONGEST).isBefore(now);
    }

    private String unguessable() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
