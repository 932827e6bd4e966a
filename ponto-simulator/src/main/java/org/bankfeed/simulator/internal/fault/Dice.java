package org.bankfeed.simulator.internal.fault;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.FaultPlan;

/**
 * Says whether a fault happens now: because it was ordered, or because the plan's dice fall so. Each fault has dice of
 * its own, so that asking for one does not change another. Safe for use by many threads.
 */
public final class Dice {

    private FaultPlan plan;
    private final Map<Fault, Integer> ordered = new EnumMap<>(Fault.class);
    private final Map<Fault, SplittableRandom> throwers = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);

    public Dice(FaultPlan plan) {
        this.plan = plan;
    }

    public synchronized FaultPlan plan() {
        return plan;
    }

    /** Another plan from now on; its dice start from the beginning. */
    public synchronized void follow(FaultPlan next) {
        plan = next;
        throwers.clear();
    }

    /** Lets it happen the next time it can, whatever the plan says. */
    public synchronized void order(Fault fault) {
        ordered.merge(fault, 1, Integer::sum);
    }

    /** How many of it are ordered and have not happened yet. */
    public synchronized int ordered(Fault fault) {
        return ordered.getOrDefault(fault, 0);
    }

    /** How often it has happened. */
    public synchronized int happened(Fault fault) {
        return happened.getOrDefault(fault, 0);
    }

    /** Whether it happens to this call or delivery. */
    public synchronized boolean happens(Fault fault) {
        double rate = plan.rate(fault);
        boolean falls =
                rate > 0 && throwers.computeIfAbsent(fault, this::thrower).nextDouble() < rate;
        if (ordered.getOrDefault(fault, 0) > 0) {
            ordered.merge(fault, -1, Integer::sum);
            falls = true;
        }
        if (falls) {
            count(fault);
        }
        return falls;
    }

    /** Notes that it happened without dice. */
    public synchronized void count(Fault fault) {
        happened.merge(fault, 1, Integer::sum);
    }

    /** Dice of one fault on one day: the order of calls has no part in it. */
    public SplittableRandom on(LocalDate day, Fault fault) {
        return seeded(fault.word() + day);
    }

    /** Whether a thing with this id is of the odd kind, for as long as the plan stands. */
    public boolean isOdd(Fault fault, String id) {
        double rate = plan().rate(fault);
        return rate > 0 && seeded(fault.word() + id).nextDouble() < rate;
    }

    /** Dice for a purpose. */
    public SplittableRandom seeded(String purpose) {
        UUID hash = UUID.nameUUIDFromBytes((plan().seed() + ":" + purpose).getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(hash.getMostSignificantBits() ^ hash.getLeastSignificantBits());
    }

    private SplittableRandom thrower(Fault fault) {
        return seeded(fault.word());
    }
}
