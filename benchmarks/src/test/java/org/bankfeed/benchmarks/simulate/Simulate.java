package org.bankfeed.benchmarks.simulate;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Lives seeded years and tells what went wrong in them. Exit status 1 if something did, 2 if the command line is wrong. */
public final class Simulate {

    private Simulate() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("--help")) {
            System.out.print(Arguments.USAGE);
            return;
        }
        Arguments wanted;
        try {
            wanted = Arguments.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println("simulate: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(wanted, System.out, System.err) ? 0 : 1);
    }

    private static boolean run(Arguments wanted, PrintStream out, PrintStream err) throws Exception {
        try (Series series = new Series(wanted, out, err)) {
            return series.run();
        }
    }
}
