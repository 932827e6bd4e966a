package org.bankfeed.benchmarks.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.PontoSimulator;
import org.bankfeed.simulator.SimulatorException;
import org.bankfeed.simulator.SimulatorOptions;
import org.jspecify.annotations.Nullable;

/** Many years, one or some at a time. Prints a line for each failure, and one for all in the end. */
final class Series implements AutoCloseable {

    private static final long NANOS_BETWEEN_WORDS = Duration.ofSeconds(20).toNanos();

    private final Arguments wanted;
    private final PrintStream out;
    private final PrintStream err;
    private final Path certificates;
    private final AtomicLong next;
    private final long begun = System.nanoTime();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<Long, Integer> bySeed = new TreeMap<>();
    private int lived;
    private int failed;
    private int failures;
    private long lastWord = begun;

    /** @throws SimulatorException if no simulator can be started here */
    Series(Arguments wanted, PrintStream out, PrintStream err) throws IOException, SimulatorException {
        this.wanted = wanted;
        this.out = out;
        this.err = err;
        this.next = new AtomicLong(wanted.from());
        this.certificates = Files.createTempDirectory("simulate-certificates");
        PontoSimulator.start(SimulatorOptions.DEFAULTS.withState(certificates)).close(); // keys take long: made once
        Logs.capture();
    }

    /** Whether nothing went wrong. */
    boolean run() throws InterruptedException {
        Thread[] workers = new Thread[Math.min(wanted.jobs(), wanted.seeds())];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Thread(this::work, "years-" + (i + 1));
            workers[i].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        out.println(summary());
        return failures == 0;
    }

    private void work() {
        long end = wanted.from() + wanted.seeds();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            try (Logs logs = Logs.begin()) {
                live(seed, logs);
            }
        }
    }

    private void live(long seed, Logs logs) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("simulate-" + seed);
            copyCertificates(folder);
            try (Year year = new Year(seed, wanted.days(), wanted.plan(), folder)) {
                try {
                    note(seed, year.live());
                } finally {
                    logs.faults(year.planted()).forEach(sentence -> fail(seed, sentence));
                    show(year, logs);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(seed, "was stopped");
        } catch (Exception | Error e) {
            fail(seed, "ended in " + e + at(e));
        } finally {
            remove(folder);
            lived(failuresOf(seed) > 0);
        }
    }

    private static String at(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private synchronized int failuresOf(long seed) {
        return bySeed.getOrDefault(seed, 0);
    }

    private void show(Year year, Logs logs) {
        if (wanted.log()) {
            err.print(logs.text());
            year.story().forEach(err::println);
        }
    }

    private synchronized void note(long seed, Year.Report report) {
        report.failures().forEach(sentence -> fail(seed, sentence));
        report.counts().forEach((name, count) -> counts.merge(name, count, Integer::sum));
        report.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
    }

    private synchronized void fail(long seed, String sentence) {
        failures++;
        bySeed.merge(seed, 1, Integer::sum);
        out.println(
                "seed " + seed + ": " + sentence + "   (./simulate --seeds 1 --from " + seed + wanted.replay() + ")");
    }

    private synchronized void lived(boolean badly) {
        lived++;
        failed += badly ? 1 : 0;
        long now = System.nanoTime();
        if (now - lastWord > NANOS_BETWEEN_WORDS && lived < wanted.seeds()) {
            lastWord = now;
            err.printf(
                    "simulate: %d of %d years, %d with failures, %.1f s a year, %.1f s of a core%n",
                    lived, wanted.seeds(), failed, seconds() / lived, coreSeconds() / lived);
        }
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }

    /** What the years cost on a machine that does other things too. */
    private static double coreSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    private synchronized String summary() {
        Map<String, Integer> words = new TreeMap<>();
        faults.forEach((fault, count) -> words.put(fault.word(), count));
        if (wanted.json()) {
            return "{\"seeds\":%d,\"failedSeeds\":%d,\"failures\":%d,\"millis\":%d,%s,\"faults\":{%s}}"
                    .formatted(
                            wanted.seeds(), failed, failures, Math.round(seconds() * 1000), json(counts), json(words));
        }
        return "%d years, %d with failures (%d in all); %s; faults %s; %.1f s a year, %.1f s of a core"
                .formatted(
                        wanted.seeds(),
                        failed,
                        failures,
                        counts,
                        words,
                        seconds() / wanted.seeds(),
                        coreSeconds() / wanted.seeds());
    }

    private static String json(Map<String, Integer> numbers) {
        StringBuilder json = new StringBuilder();
        numbers.forEach((name, number) -> json.append(json.length() == 0 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(number));
        return json.toString();
    }

    private void copyCertificates(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(certificates, "*.pem")) {
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // a temporary folder: it does no harm
        }
    }

    @Override
    public void close() {
        System.setErr(Logs.real());
        remove(certificates);
    }
}
