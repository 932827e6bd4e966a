package org.bankfeed.benchmarks.simulate;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.simulator.FaultPlan;

/**
 * What a year is like: what goes wrong at Ponto, and how the person and our processes are.
 *
 * @param faults of the simulator
 * @param kill how likely a process is killed in the middle of what it does, each time
 * @param nodes how likely a year has two nodes
 * @param webhooks how likely it has webhooks
 * @param other how likely the person comes back with another organization, each time that he links
 * @param refuse how likely he backs out at Ponto's page
 * @param order how likely he has the banks asked, each day
 * @param hurry how likely he does at once what a notice asks, each day
 * @param quiet how likely nothing is read on a day
 */
record YearPlan(
        FaultPlan faults,
        double kill,
        double nodes,
        double webhooks,
        double other,
        double refuse,
        double order,
        double hurry,
        double quiet) {

    static final String DEFAULT = "rough,timeOut=0.00002,hold=10.5,slow=0.01";

    /**
     * Reads a plan: the simulator's words ({@link FaultPlan#parse}) and those of this record.
     *
     * @throws IllegalArgumentException in one sentence
     */
    static YearPlan parse(String text) {
        List<String> own = List.of("kill", "nodes", "webhooks", "other", "refuse", "order", "hurry", "quiet");
        double[] rates = {0.01, 0.25, 0.25, 0.06, 0.06, 0.02, 0.15, 0.4};
        List<String> rest = new ArrayList<>();
        for (String line : text.replaceAll("#[^\n]*", "").split("[;\n]", -1)) {
            if (line.strip().startsWith("@")) {
                rest.add(line);
                continue;
            }
            for (String word : line.split("[,\\s]+", -1)) {
                int index = own.indexOf(word.replaceFirst("=.*", ""));
                if (index < 0) {
                    rest.add(word);
                } else {
                    rates[index] = rate(word);
                }
            }
        }
        return new YearPlan(
                FaultPlan.parse(String.join("\n", rest), 0),
                rates[0],
                rates[1],
                rates[2],
                rates[3],
                rates[4],
                rates[5],
                rates[6],
                rates[7]);
    }

    private static double rate(String word) {
        try {
            double rate = Double.parseDouble(word.substring(word.indexOf('=') + 1));
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new IllegalArgumentException(word + " must have a number between 0 and 1.");
    }
}
