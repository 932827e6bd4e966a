package org.bankfeed.simulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How often what goes wrong. Which calls, days, lines and deliveries it hits follows from the seed and their order alone:
 * the same seed, the same plan and the same calls meet the same faults.
 *
 * @param seed of all dice
 * @param rates between 0 and 1; a fault that is not named does not happen by itself
 * @param hold how long a held answer is held, in real time, at most two minutes
 * @param slow how long a slow answer takes, in real time, at most two minutes
 * @param acts what is done to the world on which day
 */
public record FaultPlan(long seed, Map<Fault, Double> rates, Duration hold, Duration slow, List<Act> acts) {

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Nothing goes wrong by itself. */
    public static final FaultPlan NONE = new FaultPlan(0, Map.of(), HOLD, SLOW, List.of());

    /** What a link meets in a rough year: a handful of each, and many small faults of the network. */
    private static final String ROUGH = "lostRefresh=0.001,lostResponse=0.002,rateLimit=0.002,rateLimitSilent=0.002,"
            + "serverError=0.004,htmlBody=0.001,cutBody=0.002,shortPage=0.1,timeOut=0.0002,slow=0.0005,"
            + "lateLine=0.05,changedLine=0.05,twinLine=0.03,lapse=0.004,maintenance=0.02,accountRemoved=0.004,"
            + "revoked=0.003,blocked=0.003,onboarding=0.002,bankFails=0.005,newIds=0.006,deprecated=0.002,paymentRequest=0.02,keyRotation=0.01,clockSkew=0.02,oddValues=0.2,"
            + "webhookBadSignature=0.01,webhookWrongAudience=0.01,webhookExpired=0.01,webhookTwice=0.03,"
            + "webhookLate=0.03,webhookLost=0.03";

    public FaultPlan {
        Map<Fault, Double> copy = new EnumMap<>(Fault.class);
        rates.forEach((fault, rate) -> {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException(fault.word() + " must be between 0 and 1, not " + rate + ".");
            }
            copy.put(fault, rate);
        });
        rates = Map.copyOf(copy);
        hold = bounded("hold", hold);
        slow = bounded("slow", slow);
        acts = List.copyOf(acts);
    }

    /**
     * Something of the control page's that is done at a moment of the simulated world, written {@code @DAY [HH:MM] action
     * [name=value]...}.
     *
     * @param day counted from the one on which the simulator starts, which is 0
     * @param time in Brussels; noon if none is written
     * @param action its name, as {@link Control#act} takes it
     * @param parameters by name
     */
    public record Act(int day, LocalTime time, String action, Map<String, String> parameters) {

        public Act {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        static Act parse(String text) {
            Deque<String> words = new ArrayDeque<>(List.of(text.strip().split("\\s+")));
            int day = day(words.pop().substring(1));
            LocalTime time = !words.isEmpty() && words.peek().contains(":") ? time(words.pop()) : LocalTime.NOON;
            if (words.isEmpty()) {
                throw new IllegalArgumentException("'" + text + "' says no action; write as in @40 14:05 revoke.");
            }
            String action = words.pop();
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String word : words) {
                int equals = word.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("'" + word + "' is no name=value in '" + text + "'.");
                }
                parameters.put(word.substring(0, equals), word.substring(equals + 1));
            }
            return new Act(day, time, action, parameters);
        }

        private static int day(String text) {
            if (text.matches("\\d{1,5}")) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException("@" + text + " is no day; write as in @40 14:05 revoke.");
        }

        private static LocalTime time(String text) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(text + " is no time of day; write as in 14:05.", e);
            }
        }

        /** As it is written. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("@" + day + " " + time + " " + action);
            parameters.forEach(
                    (name, value) -> text.append(' ').append(name).append('=').append(value));
            return text.toString();
        }
    }

    /** The rate of a fault. */
    public double rate(Fault fault) {
        return rates.getOrDefault(fault, 0.0);
    }

    public FaultPlan withSeed(long other) {
        return new FaultPlan(other, rates, hold, slow, acts);
    }

    /**
     * Reads a plan: lines, or parts between semicolons. What follows a {@code #} in a line is a comment. A line that
     * begins with {@code @} is an {@link Act}; another one holds words separated by commas or blanks, later ones over
     * earlier ones: {@code none}, {@code rough}, or {@code name=number}: a fault and its rate, or {@code hold} and
     * {@code slow} with seconds.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public static FaultPlan parse(String text, long seed) {
        Draft draft = new Draft();
        for (String line : text.replaceAll("#[^\n]*", "").split("[;\n]", -1)) {
            if (line.strip().startsWith("@")) {
                draft.acts.add(Act.parse(line));
            } else {
                for (String word : line.split("[,\\s]+", -1)) {
                    draft.take(word);
                }
            }
        }
        return new FaultPlan(seed, draft.rates, draft.hold, draft.slow, draft.acts);
    }

    /** A plan that is being read. */
    private static final class Draft {
        private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        private final List<Act> acts = new ArrayList<>();
        private Duration hold = HOLD;
        private Duration slow = SLOW;

        private void take(String word) {
            int equals = word.indexOf('=');
            if (word.equals("none")) {
                rates.clear();
            } else if (word.equals("rough")) {
                rates.putAll(parse(ROUGH, 0).rates());
            } else if (equals >= 0) {
                set(word.substring(0, equals), number(word.substring(0, equals), word.substring(equals + 1)));
            } else if (!word.isEmpty()) {
                throw new IllegalArgumentException("'" + word + "' is no part of a fault plan; write a fault and its"
                        + " rate, as in lostResponse=0.01, or rough, or none.");
            }
        }

        private void set(String name, double number) {
            switch (name) {
                case "hold" -> hold = Duration.ofMillis(Math.round(number * 1000));
                case "slow" -> slow = Duration.ofMillis(Math.round(number * 1000));
                default ->
                    rates.put(
                            Fault.of(name)
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            "There is no fault '" + name + "'; the README lists those there are.")),
                            number);
            }
        }
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number in a fault plan, not '" + text + "'.", e);
        }
    }

    private static Duration bounded(String name, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be between 0 and " + LONGEST.toSeconds() + " seconds.");
        }
        return time;
    }

    /** As {@link #parse} reads it, without the seed. */
    public String text() {
        StringJoiner text = new StringJoiner(",");
        for (Fault fault : Fault.values()) {
            if (rate(fault) > 0) {
                text.add(fault.word() + "=" + rate(fault));
            }
        }
        text.setEmptyValue("none");
        StringBuilder whole = new StringBuilder(text.toString());
        acts.forEach(act -> whole.append("; ").append(act));
        return whole.toString();
    }
}
