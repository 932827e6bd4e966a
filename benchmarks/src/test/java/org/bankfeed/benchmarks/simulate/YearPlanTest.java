package org.bankfeed.benchmarks.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bankfeed.simulator.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearPlanTest {

    @TempDir
    private Path folder;

    @Test
    void aPlanHoldsTheWorldsFaultsAndWhatPeopleAndProcessesDo() {
        YearPlan plan = YearPlan.parse("""
                lapse=0.1, kill=0.5   # processes die
                @40 14:05 revoke
                """);
        assertThat(plan.faults().rate(Fault.LAPSE)).isEqualTo(0.1);
        assertThat(plan.faults().acts()).hasSize(1);
        assertThat(plan.kill()).isEqualTo(0.5);
        assertThat(plan.refuse()).isPositive();
    }

    @Test
    void aFailureIsReplayedWithTheSamePlanAndDays() throws Exception {
        Path plan = Files.writeString(folder.resolve("bad.plan"), "lapse=0.1");
        Arguments read = Arguments.parse(List.of("--seeds", "3", "--days", "90", "--plan", plan.toString()));
        assertThat(read.replay()).isEqualTo(" --plan " + plan + " --days 90");
        assertThat(Arguments.parse(List.of("--seeds", "3")).replay()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seeds 0            | --seeds must be a whole number from 1 to 2147483647, not '0'.",
                "--seeds many         | --seeds must be a whole number from 1 to 2147483647, not 'many'.",
                "--from -1            | --from must be a whole number from 0 to 9223372036854775807, not '-1'.",
                "--jobs 65            | --jobs must be a whole number from 1 to 64, not '65'.",
                "--plan nowhere.plan  | The plan nowhere.plan cannot be read.",
                "--days               | --days needs a value.",
                "--years 3            | '--years' is not an option; --help shows those there are."
            })
    void aWrongCommandLineIsRefusedInOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> Arguments.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void aWrongPlanIsRefusedInOneSentence() throws Exception {
        Path plan = Files.writeString(folder.resolve("bad.plan"), "kill=often");
        assertThatThrownBy(() -> Arguments.parse(List.of("--plan", plan.toString())))
                .hasMessage("The plan " + plan + " is wrong: kill=often must have a number between 0 and 1.");
    }
}
