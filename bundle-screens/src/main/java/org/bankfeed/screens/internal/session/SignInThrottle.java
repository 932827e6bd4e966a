package org.bankfeed.screens.internal.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/**
 * Slows down who guesses passwords: after five wrong ones for a user from one address, that pair waits a quarter of an
 * hour; after fifty from one address, or for one user from wherever, those wait too. Real time, in memory.
 */
@Component(service = SignInThrottle.class, immediate = true)
public final class SignInThrottle {

    private static final int MOST_TRIES = 5;
    private static final int MOST_IN_ALL = 50;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 20_000;

    private final Map<String, Tries> tries = new ConcurrentHashMap<>();
    private final Clock clock;

    public SignInThrottle() {
        this(Clock.systemUTC());
    }

    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this user at this address has to wait before his next try, if he has to. */
    public Optional<Duration> pause(String user, String address) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Gate gate : gates(user, address)) {
            Tries made = tries.get(gate.key());
            if (made != null && made.count() >= gate.most() && made.until().isAfter(now)) {
                Duration left = Duration.between(now, made.until());
                longest = left.compareTo(longest) > 0 ? left : longest;
            }
        }
        return longest.isZero() ? Optional.empty() : Optional.of(longest);
    }

    public void failed(String user, String address) {
        Instant now = clock.instant();
        if (tries.size() > MOST_REMEMBERED) {
            tries.values().removeIf(made -> made.until().isBefore(now));
        }
        for (Gate gate : gates(user, address)) {
            tries.compute(
                    gate.key(),
                    (key, made) -> new Tries(
                            made == null || made.until().isBefore(now) ? 1 : made.count() + 1, now.plus(PAUSE)));
        }
    }

    public void succeeded(String user, String address) {
        tries.remove(gates(user, address)[0].key());
    }

    private static Gate[] gates(String user, String address) {
        String name = user.strip().toLowerCase(Locale.ROOT);
        return new Gate[] {
            new Gate("pair " + name + " " + address, MOST_TRIES),
            new Gate("user " + name, MOST_IN_ALL),
            new Gate("address " + address, MOST_IN_ALL)
        };
    }

    private record Gate(String key, int most) {}

    private record Tries(int count, Instant until) {}
}
