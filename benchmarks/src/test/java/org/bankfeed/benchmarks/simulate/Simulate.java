package org.bankfeed.benchmarks.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bankfeed.simulator.FaultPlan;
import org.bankfeed.simulator.SimulatorException;
import org.bankfeed.store.testing.TestStore;

/** Lives seeded years and tells what went wrong in them. Exit status 1 if something did, 2 if the command line is wrong. */
public final class Simulate {

    static final String DEFAULT_PLAN = "rough,hold=1.2,slow=0.05";

    private static final String USAGE = """
            Usage: ./simulate [--seeds N] [--from SEED] [--faults PLAN] [--days N] [--json] [--log]

              --seeds N      how many years, each with a seed of its own; 10 if not given
              --from SEED    the first seed; 1 if not given
              --faults PLAN  what goes wrong how often, as the simulator understands it; %s if not given
              --days N       how long a year is; 365 if not given
              --json         the last line as JSON
              --log          shows on standard error what the code under test logs
            """.formatted(DEFAULT_PLAN);

    /** Every token and code of the simulator looks like this. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");

    private static final int YEARS_IN_ONE_STORE = 20;

    private final List<String> failed = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final ByteArrayOutputStream logs = new ByteArrayOutputStream();
    private int reads;
    private int relinks;
    private int renewals;
    private int lines;

    /** The command line. */
    private record Wanted(int seeds, long from, FaultPlan plan, int days, boolean json, boolean log) {

        static Wanted of(List<String> arguments) {
            int seeds = 10;
            long from = 1;
            String plan = DEFAULT_PLAN;
            int days = 365;
            boolean json = false;
            boolean log = false;
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                String option = rest.next();
                switch (option) {
                    case "--seeds" -> seeds = Integer.parseInt(rest.next());
                    case "--from" -> from = Long.parseLong(rest.next());
                    case "--faults" -> plan = rest.next();
                    case "--days" -> days = Integer.parseInt(rest.next());
                    case "--json" -> json = true;
                    case "--log" -> log = true;
                    default -> throw new IllegalArgumentException("'" + option + "' is not an option.");
                }
            }
            if (seeds < 1 || days < 1) {
                throw new IllegalArgumentException("--seeds and --days must be at least 1.");
            }
            return new Wanted(seeds, from, FaultPlan.parse(plan, from), days, json, log);
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Wanted wanted;
        try {
            wanted = Wanted.of(Arrays.asList(arguments));
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            System.err.println("simulate: the command line is wrong: " + e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        System.exit(new Simulate().run(wanted) ? 0 : 1);
    }

    private boolean run(Wanted wanted) throws Exception {
        PrintStream err = System.err;
        System.setErr(new PrintStream(logs, true, StandardCharsets.UTF_8));
        long begun = System.nanoTime();
        Path certificates = Files.createTempDirectory("simulate-certificates");
        TestStore store = TestStore.inMemory();
        int years = 0;
        try {
            for (long seed = wanted.from(); seed < wanted.from() + wanted.seeds(); seed++) {
                if (++years % YEARS_IN_ONE_STORE == 0) {
                    store.close();
                    store = TestStore.inMemory();
                }
                logs.reset();
                live(wanted, seed, certificates, store);
                if (wanted.log()) {
                    err.print(logs.toString(StandardCharsets.UTF_8));
                }
            }
        } finally {
            store.close();
            System.setErr(err);
            remove(certificates);
        }
        System.out.println(summary(wanted, Duration.ofNanos(System.nanoTime() - begun)));
        return failed.isEmpty();
    }

    private void live(Wanted wanted, long seed, Path certificates, TestStore store) throws IOException {
        Path folder = Files.createTempDirectory("simulate-" + seed);
        try {
            copy(certificates, folder); // making keys takes longer than a month of a year
            try (Year year = new Year(seed, wanted.days(), wanted.plan(), folder, store)) {
                copy(folder, certificates);
                Year.Report report = year.live();
                report.failures().forEach(sentence -> fail(seed, sentence));
                report.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
                reads += report.reads();
                relinks += report.relinks();
                renewals += report.renewals();
                lines += report.lines();
                searchLogs(seed, year.planted());
            }
        } catch (SimulatorException | IOException | RuntimeException e) {
            fail(seed, "ended in " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(seed, "was stopped");
        } finally {
            remove(folder);
        }
    }

    private void searchLogs(long seed, List<String> planted) {
        String said = logs.toString(StandardCharsets.UTF_8);
        for (String secret : planted) {
            if (said.contains(secret)) {
                fail(
                        seed,
                        "a log holds an account's number or the client's secret: "
                                + around(said, said.indexOf(secret)));
            }
        }
        Matcher token = TOKEN.matcher(said);
        if (token.find()) {
            fail(seed, "a log holds a token or code: " + around(said, token.start()));
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 80), at).replace('\n', ' ') + "[...]";
    }

    private void fail(long seed, String sentence) {
        failed.add(seed + " " + sentence);
        System.out.println("seed " + seed + ": " + sentence + "   (./simulate --seeds 1 --from " + seed + ")");
    }

    private String summary(Wanted wanted, Duration took) {
        long seedsFailed =
                failed.stream().map(line -> line.split(" ", 2)[0]).distinct().count();
        if (wanted.json()) {
            StringBuilder json = new StringBuilder("{\"seeds\":" + wanted.seeds() + ",\"failedSeeds\":" + seedsFailed
                    + ",\"failures\":" + failed.size() + ",\"reads\":" + reads + ",\"lines\":" + lines
                    + ",\"links\":" + relinks + ",\"renewals\":" + renewals + ",\"millis\":" + took.toMillis()
                    + ",\"faults\":{");
            faults.forEach((fault, count) ->
                    json.append('"').append(fault).append("\":").append(count).append(','));
            if (!faults.isEmpty()) {
                json.setLength(json.length() - 1);
            }
            return json.append("}}").toString();
        }
        return "%d years, %d with failures (%d in all); %d reads, %d lines, %d links, %d renewals; %d faults %s; %.1f s a year"
                .formatted(
                        wanted.seeds(),
                        seedsFailed,
                        failed.size(),
                        reads,
                        lines,
                        relinks,
                        renewals,
                        faults.values().stream().mapToInt(Integer::intValue).sum(),
                        faults,
                        took.toMillis() / 1000.0 / wanted.seeds());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "*.pem")) {
            for (Path file : files) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private Simulate() {}
}
