package org.bankfeed.simulator;

import java.time.Duration;
import java.util.EnumMap;
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
 */
public record FaultPlan(long seed, Map<Fault, Double> rates, Duration hold, Duration slow) {

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Nothing goes wrong by itself. */
    public static final FaultPlan NONE = new FaultPlan(0, Map.of(), HOLD, SLOW);

    /** What a link meets in a rough year: a handful of each, and many small faults of the network. */
    private static final String ROUGH = "lostRefresh=0.001,lostResponse=0.002,rateLimit=0.002,rateLimitSilent=0.002,"
            + "serverError=0.004,htmlBody=0.001,cutBody=0.002,shortPage=0.1,timeOut=0.0002,slow=0.0005,"
            + "lateLine=0.05,changedLine=0.05,twinLine=0.03,lapse=0.004,maintenance=0.02,accountRemoved=0.004,"
            + "revoked=0.003,blocked=0.003,newIds=0.006,deprecated=0.002,keyRotation=0.01,clockSkew=0.02,oddValues=0.2,"
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
    }

    /** The rate of a fault. */
    public double rate(Fault fault) {
        return rates.getOrDefault(fault, 0.0);
    }

    public FaultPlan withSeed(long other) {
        return new FaultPlan(other, rates, hold, slow);
    }

    /**
     * Reads a plan: parts separated by commas, later ones over earlier ones. A part is {@code none}, {@code rough}, or
     * {@code name=number}: a fault's word and its rate, or {@code hold} and {@code slow} with seconds.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public static FaultPlan parse(String text, long seed) {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        Duration hold = HOLD;
        Duration slow = SLOW;
        for (String part : text.split("[,\\s]+", -1)) {
            int equals = part.indexOf('=');
            if (part.isEmpty()) {
                continue;
            }
            if (part.equals("none")) {
                rates.clear();
            } else if (part.equals("rough")) {
                rates.putAll(parse(ROUGH, seed).rates());
            } else if (equals < 0) {
                throw new IllegalArgumentException("'" + part + "' is no part of a fault plan; write a fault and its"
                        + " rate, as in lostResponse=0.01, or rough, or none.");
            } else {
                String name = part.substring(0, equals);
                double number = number(name, part.substring(equals + 1));
                if (name.equals("hold")) {
                    hold = Duration.ofMillis(Math.round(number * 1000));
                } else if (name.equals("slow")) {
                    slow = Duration.ofMillis(Math.round(number * 1000));
                } else {
                    rates.put(
                            Fault.of(name)
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            "There is no fault '" + name + "'; the README lists those there are.")),
                            number);
                }
            }
        }
        return new FaultPlan(seed, rates, hold, slow);
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
        return text.toString();
    }
}
