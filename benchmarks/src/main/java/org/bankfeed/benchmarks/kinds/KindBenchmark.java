package org.bankfeed.benchmarks.kinds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plays companies and writes how each kind of line was matched. */
public final class KindBenchmark {

    private static final int COMPANIES = 20;

    private KindBenchmark() {}

    /**
     * Prints the table.
     *
     * @param arguments how many companies, and a file whose table it replaces; both may be left out
     */
    public static void main(String[] arguments) throws IOException {
        int companies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : COMPANIES;
        String table = table(played(companies));
        System.out.println(table);
        if (arguments.length > 1) {
            Path file = Path.of(arguments[1]);
            Files.writeString(file, Files.readString(file).replaceAll("(?s)\\| kind of line .*?\\n\\n", table + "\n"));
        }
    }

    /** The tallies of so many companies together. */
    static Map<Kind, Tally> played(int companies) {
        Map<Kind, Tally> all = new EnumMap<>(Kind.class);
        for (int seed = 1; seed <= companies; seed++) {
            Referee referee = new Referee();
            new World(seed, referee).live();
            referee.tallies.forEach(
                    (kind, tally) -> all.computeIfAbsent(kind, k -> new Tally()).add(tally));
        }
        return all;
    }

    private static String table(Map<Kind, Tally> tallies) {
        List<String> rows = new ArrayList<>();
        rows.add("| kind of line | lines | booked | precision | recall | among the first three | left alone |");
        rows.add("|---|---|---|---|---|---|---|");
        Tally all = new Tally();
        tallies.forEach((kind, tally) -> {
            rows.add(tally.row(kind.title));
            all.add(tally);
        });
        rows.add(all.row("all"));
        return String.join("\n", rows) + "\n";
    }
}
