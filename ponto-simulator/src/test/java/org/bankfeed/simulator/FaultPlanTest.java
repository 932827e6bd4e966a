package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.bankfeed.simulator.FaultPlan.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanTest {

    @Test
    void aPlanIsReadAsItIsWritten() {
        FaultPlan plan = FaultPlan.parse("""
                # a bad year, but no lapses
                rough, lapse=0
                hold=2 slow=0.5          # seconds
                @40 14:05 revoke
                @52 order fault=lostRefresh
                """, 7);
        assertThat(plan.rate(Fault.LAPSE)).isZero();
        assertThat(plan.rate(Fault.TWIN_LINE)).isPositive();
        assertThat(plan.hold()).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.acts())
                .containsExactly(
                        new Act(40, LocalTime.of(14, 5), "revoke", Map.of()),
                        new Act(52, LocalTime.NOON, "order", Map.of("fault", "lostRefresh")));
        FaultPlan again = FaultPlan.parse(plan.text(), 7);
        assertThat(again.rates())
                .isEqualTo(plan.rates().entrySet().stream()
                        .filter(rate -> rate.getValue() > 0)
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(again.acts()).isEqualTo(plan.acts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lostAnswer=0.1    | There is no fault 'lostAnswer'; the README lists those there are.",
                "lapse             | 'lapse' is no part of a fault plan; write a fault and its rate, as in"
                        + " lostResponse=0.01, or rough, or none.",
                "lapse=2           | lapse must be between 0 and 1, not 2.0.",
                "@x revoke         | @x is no day; write as in @40 14:05 revoke.",
                "@4 25:00 revoke   | 25:00 is no time of day; write as in 14:05.",
                "@4                | '@4' says no action; write as in @40 14:05 revoke.",
                "@4 order lapse    | 'lapse' is no name=value in '@4 order lapse'."
            })
    void aWrongOneIsRefusedInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> FaultPlan.parse(text, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void whatItSaysOfADayHappensOnThatDay() throws Exception {
        VirtualClock clock = new VirtualClock("2026-03-02T12:00:00Z");
        try (PontoSimulator simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withHistory(Lines.many(1))
                .withClock(clock)
                .withFaults(FaultPlan.parse("@2 09:30 block; @3 unblock; @3 13:00 lapse account=nobody", 0)))) {
            Control control = simulator.control();
            clock.set("2026-03-04T08:29:00Z");
            assertThat(control.truth().organizations().get(0).blocked()).isFalse();
            clock.set("2026-03-04T08:30:00Z");
            assertThat(control.truth().organizations().get(0).blocked()).isTrue();

            clock.set("2026-03-06T08:30:00Z");
            control.settle();
            assertThat(control.log()).hasSize(3);
            assertThat(control.log().get(0)).startsWith("2026-03-04T08:30:00Z blocked");
            assertThat(control.log().get(1)).startsWith("2026-03-05T11:00:00Z unblocked");
            assertThat(control.log().get(2))
                    .endsWith("not done: @3 13:00 lapse account=nobody: There is no account 'nobody'.");
        }
    }

    @Test
    void anotherPlanTakesThePlaceOfWhatIsStillToCome() throws Exception {
        VirtualClock clock = new VirtualClock("2026-03-02T12:00:00Z");
        try (PontoSimulator simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withHistory(Lines.many(1))
                .withClock(clock)
                .withFaults(FaultPlan.parse("@1 block; @5 revoke", 0)))) {
            Control control = simulator.control();
            clock.forward(Duration.ofDays(2));
            control.settle();
            control.act("plan", Map.of("plan", "@1 unblock; @4 unblock"));
            clock.forward(Duration.ofDays(10));
            control.settle();
            List<String> log = control.log();
            assertThat(log).hasSize(2);
            assertThat(log.get(1)).startsWith("2026-03-06T11:00:00Z unblocked");
        }
    }
}
