package org.bankfeed.benchmarks.simulate;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.bankfeed.feed.BankFeed;

/**
 * The true Ponto feed, configured as a container would, but with the year's time in place of the machine's: its pauses
 * between attempts would otherwise last real minutes while weeks go by. Configuration and time are no business of other
 * bundles, so they are reached by reflection.
 */
final class PontoOnClock {

    /** What the feed is called. */
    static final String NAME = "ponto";

    private static final String ROOM = "org.bankfeed.ponto.internal.";

    /** Long, so that a busy machine makes no faults that the seed did not. */
    static final int TIMEOUT_SECONDS = 10;

    private PontoOnClock() {}

    static BankFeed feed(Path clientJson, YearClock clock, long seed) {
        try {
            Class<?> config = Class.forName(ROOM + "config.ConnectConfig");
            Class<?> settings = Class.forName(ROOM + "config.Settings");
            Class<?> time = Class.forName(ROOM + "http.Time");
            Method of = settings.getDeclaredMethod("of", config);
            of.setAccessible(true);
            Map<String, Object> written = Map.of("client_json", clientJson.toString(), "timeout", TIMEOUT_SECONDS);
            Object read = of.invoke(
                    null,
                    made(
                            config,
                            (proxy, method, values) ->
                                    written.getOrDefault(method.getName(), method.getDefaultValue())));
            Constructor<?> constructor =
                    Class.forName(ROOM + "PontoConnectFeed").getDeclaredConstructor(settings, String.class, time);
            constructor.setAccessible(true);
            return (BankFeed) constructor.newInstance(read, "1.0.0", made(time, ofYear(clock, seed)));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The Ponto feed does not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The Ponto feed is made in another way now; adapt this class", e);
        }
    }

    /** As a container does when it stops. */
    static void close(BankFeed feed) {
        try {
            Method close = feed.getClass().getDeclaredMethod("close");
            close.setAccessible(true);
            close.invoke(feed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The Ponto feed is stopped in another way now; adapt this class", e);
        }
    }

    private static InvocationHandler ofYear(YearClock clock, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return (proxy, method, values) -> switch (method.getName()) {
            case "nanos" ->
                clock.instant().getEpochSecond() * 1_000_000_000L
                        + clock.instant().getNano();
            case "now" -> clock.instant();
            case "chance" -> random.nextDouble();
            case "pause" -> {
                clock.forward((Duration) values[0]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private static Object made(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
