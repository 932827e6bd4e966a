package org.bankfeed.benchmarks.simulate;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bankfeed.simulator.BookedLine;
import org.bankfeed.simulator.Control;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.FaultPlan;
import org.bankfeed.simulator.PontoSimulator;
import org.bankfeed.simulator.SimulatorException;
import org.bankfeed.simulator.SimulatorOptions;
import org.bankfeed.simulator.Truth;
import org.jspecify.annotations.Nullable;

/** Ponto and the banks of one year, and its clock. What is true is asked of it. */
final class World implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    static final URI BACK = URI.create(SimulatorOptions.DEFAULT_REDIRECT_URI);

    /** Every year begins on it, whenever it is lived: what happens follows from the date too. */
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    private static final Duration SYNCHRONIZATION = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(3);

    /** Faults after which a reading may have come to less than it should. */
    private static final List<Fault> OF_CALLS = Stream.of(Fault.values())
            .filter(fault -> fault.side() == Fault.Side.CALL && fault != Fault.SLOW && fault != Fault.SHORT_PAGE)
            .toList();

    /** Making a key takes longer than a week of a year: all years sign with the same few. */
    private static final List<KeyPair> KEYS = keys();

    private final long seed;
    private final YearClock clock;
    private final PontoSimulator simulator;
    private Map<Fault, Integer> seen = new HashMap<>();

    /** @param folder for the simulator's files; certificates that are there already are taken */
    World(long seed, int days, FaultPlan plan, Path folder, @Nullable URI webhooks) throws SimulatorException {
        this.seed = seed;
        this.clock = new YearClock(FIRST.atTime(12, 0).atZone(ZONE).toInstant());
        this.simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withState(folder)
                .withHistory(Company.life(seed, FIRST, days + 60))
                .withOther(Company.othersLife(seed, FIRST, days + 60))
                .withClock(clock)
                .withRealClock(clock)
                .withSynchronizations(SYNCHRONIZATION, WINDOW)
                .withFaults(plan.withSeed(seed))
                .with(new SimulatorOptions.Webhooks(webhooks, PAUSE, true, nextKey())));
    }

    private static Supplier<KeyPair> nextKey() {
        Iterator<KeyPair> keys =
                Stream.generate(() -> KEYS).flatMap(List::stream).iterator();
        return keys::next;
    }

    private static List<KeyPair> keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Stream.generate(generator::generateKeyPair).limit(3).toList();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    YearClock clock() {
        return clock;
    }

    PontoSimulator simulator() {
        return simulator;
    }

    private Control control() {
        return simulator.control();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Time goes on to a moment of a day of the year, unless it is over. */
    void until(int day, LocalTime time) {
        clock.until(FIRST.plusDays(day).atTime(time).atZone(ZONE).toInstant());
    }

    /** Webhooks come that are due by now. */
    void deliver() {
        control().deliver();
    }

    Truth truth() {
        return control().truth();
    }

    String origin(String line) {
        return control().origin(line);
    }

    List<BookedLine> booked() {
        return control().booked();
    }

    /** Whether a call met a fault since this was last asked. */
    boolean disturbed() {
        Map<Fault, Integer> now = control().happened();
        boolean more = OF_CALLS.stream().anyMatch(fault -> now.getOrDefault(fault, 0) > seen.getOrDefault(fault, 0));
        seen = now;
        return more;
    }

    boolean newestTokenIsUsed() {
        return control().newestTokenIsUsed();
    }

    int happened(Fault fault) {
        return control().happened().getOrDefault(fault, 0);
    }

    Map<Fault, Integer> faults() {
        return control().happened();
    }

    void act(String action, Map<String, String> parameters) {
        control().act(action, parameters);
    }

    /** Acts of the plan that could not be done. */
    List<String> notDone() {
        return control().log().stream()
                .filter(line -> line.contains("not done:"))
                .toList();
    }

    List<String> log() {
        return control().log();
    }

    /** What must not be in any log. */
    List<String> planted() {
        List<String> planted = new ArrayList<>(Company.accounts(seed));
        planted.addAll(Company.othersAccounts());
        planted.add(simulator.clientSecret());
        return planted;
    }

    /** Dice of the year for a purpose. */
    SplittableRandom dice(int purpose) {
        return new SplittableRandom(seed * 1_000_003 + purpose);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
