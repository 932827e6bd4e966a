package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bankfeed.simulator.SimulatorOptions.Clocks;
import org.bankfeed.simulator.SimulatorOptions.Synchronizations;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.bank.Organization;
import org.bankfeed.simulator.internal.state.StateFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the banks have told of an account whose connection was replaced. */
class ReplacedConnectionTest {

    private final VirtualClock clock = new VirtualClock("2026-03-02T12:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private Bank bank;

    @SuppressWarnings("NullAway.Init")
    private String former;

    @SuppressWarnings("NullAway.Init")
    private String replacement;

    @BeforeEach
    void replace() throws Exception {
        bank = new Bank(
                List.of(new Bank.Company(
                        new Organization("o1", "Bakkerij"),
                        Lines.of(
                                Lines.line("T1", Lines.FORTIS, "2026-03-02", "1.00", "one"),
                                Lines.line("T2", Lines.FORTIS, "2026-03-04", "2.00", "two"),
                                Lines.line("T3", Lines.FORTIS, "2026-03-09", "3.00", "three")))),
                false,
                new Clocks(clock, clock),
                new Synchronizations(Duration.ofSeconds(1), Duration.ofMinutes(5)),
                StateFile.inMemory());
        former = bank.accounts().get(0).id();
        bank.authorize(List.of(former));
        replacement = bank.deprecate(former);
        bank.authorize(List.of(replacement));
    }

    @Test
    void thePresentConnectionTellsThemAll() {
        clock.set("2026-03-05T12:00:00Z");

        assertThat(told()).containsExactly("T1", "T2");
    }

    @Test
    void whatOnlyTheRenewedFormerOneHasToldCountsToo() {
        bank.lapse(replacement);
        clock.set("2026-03-05T12:00:00Z");
        bank.authorize(List.of(former));

        assertThat(told()).containsExactly("T1", "T2");
    }

    @Test
    void whatBothHaveToldCountsOnce() {
        clock.set("2026-03-05T12:00:00Z");
        bank.authorize(List.of(former));

        assertThat(told()).containsExactly("T1", "T2");
    }

    /** The only account's lines, by the ids under which they were told first. */
    private List<String> told() {
        assertThat(bank.booked()).hasSize(1);
        return bank.booked().values().iterator().next().stream()
                .map(BankLine::origin)
                .toList();
    }
}
