package org.bankfeed.benchmarks.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param plan of every year
 * @param replay what is written after {@code --seeds 1 --from SEED} to live one of these years again
 */
record Arguments(int seeds, long from, int jobs, int days, YearPlan plan, String replay, boolean json, boolean log) {

    static final String USAGE = """
            Usage: ./simulate [--seeds N] [--from SEED] [--jobs J] [--plan FILE] [--days N] [--json] [--log]

              --seeds N     how many years, each with a seed of its own; 10 if not given
              --from SEED   the first seed; 1 if not given
              --jobs J      how many years at once; 1 if not given
              --plan FILE   what goes wrong how often or on which day; docs/simulated-years.md says how it is written
              --days N      how long a year is; 365 if not given
              --json        the last line as JSON
              --log         shows on standard error what happened in each year, and what the code under test logged
            """;

    private static final int MOST_DAYS = 730; // then the simulator's certificates end
    private static final int MOST_JOBS = 64;

    /** @throws IllegalArgumentException in one sentence */
    static Arguments parse(List<String> arguments) {
        int seeds = 10;
        long from = 1;
        int jobs = 1;
        int days = 365;
        Path file = null;
        boolean json = false;
        boolean log = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--seeds" -> seeds = (int) number(option, rest, 1, Integer.MAX_VALUE);
                case "--from" -> from = number(option, rest, 0, Long.MAX_VALUE);
                case "--jobs" -> jobs = (int) number(option, rest, 1, MOST_JOBS);
                case "--days" -> days = (int) number(option, rest, 1, MOST_DAYS);
                case "--plan" -> file = file(value(option, rest));
                case "--json" -> json = true;
                case "--log" -> log = true;
                default ->
                    throw new IllegalArgumentException(
                            "'" + option + "' is not an option; --help shows those there are.");
            }
        }
        String replay = (file == null ? "" : " --plan " + file) + (days == 365 ? "" : " --days " + days);
        return new Arguments(seeds, from, jobs, days, plan(file), replay, json, log);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }

    private static long number(String option, Iterator<String> rest, long least, long most) {
        String text = value(option, rest);
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new IllegalArgumentException(
                option + " must be a whole number from " + least + " to " + most + ", not '" + text + "'.");
    }

    private static Path file(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--plan must name a file, not '" + text + "'.", e);
        }
    }

    private static YearPlan plan(@Nullable Path file) {
        if (file == null) {
            return YearPlan.parse(YearPlan.DEFAULT);
        }
        try {
            return YearPlan.parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The plan " + file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The plan " + file + " is wrong: " + e.getMessage(), e);
        }
    }
}
