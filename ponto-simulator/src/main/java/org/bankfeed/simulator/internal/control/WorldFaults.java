package org.bankfeed.simulator.internal.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.FaultPlan;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Agenda;
import org.bankfeed.simulator.internal.fault.Dice;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the world on its days: what the plan says of a day, and what its dice bring, at most once a day of each
 * kind, at a time of day of its own. Which days are hit depends on the seed and the date alone. Used under the bank's
 * lock.
 */
final class WorldFaults implements Agenda {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final List<Fault> KINDS = Arrays.stream(Fault.values())
            .filter(fault -> fault.side() == Fault.Side.WORLD)
            .toList();

    private final Dice dice;
    private final Deeds deeds;
    private final Actions actions;
    private final LocalDate firstDay;
    private final PriorityQueue<Due> ahead = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final List<Due> written = new ArrayList<>();
    private LocalDate nextDay;
    private Instant settled;
    private @Nullable FaultPlan followed;

    WorldFaults(Dice dice, Deeds deeds, Actions actions, Instant now) {
        this.dice = dice;
        this.deeds = deeds;
        this.actions = actions;
        this.settled = now;
        this.firstDay = day(now);
        this.nextDay = firstDay.plusDays(1); // the day on which it starts is left in peace
    }

    @Override
    public Optional<Due> next(Instant until) {
        follow(dice.plan());
        settled = until;
        while (!nextDay.isAfter(day(until))) {
            plan(nextDay);
            nextDay = nextDay.plusDays(1);
        }
        Due first = ahead.peek();
        if (first == null || first.at().isAfter(until)) {
            return Optional.empty();
        }
        ahead.remove();
        return Optional.of(first);
    }

    /** What another plan says of days takes the place of what the one before said; what is over is over. */
    private void follow(FaultPlan plan) {
        if (plan.equals(followed)) {
            return;
        }
        boolean begins = followed == null;
        followed = plan;
        ahead.removeAll(written);
        written.clear();
        for (FaultPlan.Act act : plan.acts()) {
            Instant at =
                    firstDay.plusDays(act.day()).atTime(act.time()).atZone(ZONE).toInstant();
            if (begins || at.isAfter(settled)) {
                written.add(new Due(at, () -> perform(act)));
            }
        }
        ahead.addAll(written);
    }

    private void perform(FaultPlan.Act act) {
        try {
            actions.run(act.action(), act.parameters());
        } catch (IllegalArgumentException e) {
            deeds.failed(act.toString(), String.valueOf(e.getMessage()));
        }
    }

    private void plan(LocalDate day) {
        for (Fault fault : KINDS) {
            SplittableRandom random = dice.on(day, fault);
            if (random.nextDouble() < dice.plan().rate(fault)) {
                Instant at = day.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(86_000));
                ahead.add(new Due(at, () -> happen(fault, at, random)));
            }
        }
    }

    private void happen(Fault fault, Instant at, SplittableRandom random) {
        dice.count(fault);
        switch (fault) {
            case BLOCKED -> {
                deeds.block(deeds.first(), true);
                later(at, 1 + random.nextInt(4), () -> deeds.block(deeds.first(), false));
            }
            case ONBOARDING -> {
                deeds.onboard(deeds.first(), false);
                later(at, 1 + random.nextInt(4), () -> deeds.onboard(deeds.first(), true));
            }
            case REVOKED -> deeds.revoke(deeds.first());
            case NEW_IDS -> deeds.newIds();
            case KEY_ROTATION -> {
                deeds.rotateKeys();
                later(at, 1, deeds::dropOldKeys);
            }
            case CLOCK_SKEW -> {
                deeds.skew(Duration.ofSeconds(random.nextInt(-25, 26)));
                later(at, 1, () -> deeds.skew(Duration.ZERO));
            }
            default -> account(random).ifPresent(account -> happen(fault, account, at, random));
        }
    }

    private void happen(Fault fault, AccountView account, Instant at, SplittableRandom random) {
        switch (fault) {
            case LATE_LINE -> deeds.lateLine(account.id(), random);
            case CHANGED_LINE -> deeds.changedLine(account.id(), null, random);
            case CHANGED_AMOUNT -> deeds.changedAmount(account.id(), null, random);
            case PAYMENT_REQUEST -> deeds.closePaymentRequest(account.id(), random);
            case TWIN_LINE -> deeds.twinLine(account.id(), random);
            case LAPSE -> deeds.lapse(account.id());
            case DEPRECATED -> deeds.deprecate(account.id());
            case MAINTENANCE ->
                deeds.maintain(
                        account.institution().id(), random.nextInt(4) == 0, Duration.ofHours(2 + random.nextInt(20)));
            case BANK_FAILS -> deeds.fail(account.institution().id(), Duration.ofHours(2 + random.nextInt(60)));
            case ACCOUNT_REMOVED -> {
                deeds.remove(account.id());
                later(at, 1 + random.nextInt(5), () -> deeds.add(account.id()));
            }
            default -> throw new IllegalArgumentException(fault + " is not about an account");
        }
    }

    private void later(Instant from, int days, Runnable act) {
        ahead.add(new Due(from.plus(Duration.ofDays(days)), act));
    }

    private Optional<AccountView> account(SplittableRandom random) {
        List<AccountView> shared = new ArrayList<>(deeds.shared());
        return shared.isEmpty() ? Optional.empty() : Optional.of(shared.get(random.nextInt(shared.size())));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
