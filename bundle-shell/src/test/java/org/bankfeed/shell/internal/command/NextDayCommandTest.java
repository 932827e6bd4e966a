package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.rehearsal.DayReport;
import org.bankfeed.rehearsal.TimeLapse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NextDayCommandTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final NextDayCommand command = new NextDayCommand();

    /** A demonstration whose days all bring the same. */
    private record Demonstration(@Nullable String problem) implements TimeLapse {
        @Override
        public LocalDate today() {
            return MONDAY.minusDays(1);
        }

        @Override
        public DayReport nextDay(Caller caller) {
            caller.require("let a day pass", Role.BOOKKEEPER);
            return new DayReport(MONDAY, 3, 12, 9, 2, problem);
        }
    }

    @Test
    void saysWhatTheDayBrought() throws Exception {
        command.time = new Demonstration(null);

        assertThat(AsUser.run(command)).containsPattern("2026-11-23\\D+3\\D+12\\D+9\\D+2");
    }

    @Test
    void saysItToScriptsInOneDocument() throws Exception {
        command.time = new Demonstration(null);
        command.json = true;

        JsonNode day = new ObjectMapper().readTree(AsUser.run(command));

        assertThat(day.path("day").asText()).isEqualTo("2026-11-23");
        assertThat(day.path("documents").asInt()).isEqualTo(3);
        assertThat(day.path("lines").asInt()).isEqualTo(12);
        assertThat(day.path("automatic").asInt()).isEqualTo(9);
        assertThat(day.path("toDecide").asInt()).isEqualTo(2);
        assertThat(day.get("problem").isNull()).isTrue();
    }

    @Test
    void saysWhatKeptTheDayFromBeingComplete() throws Exception {
        command.time = new Demonstration("The invoice ledger did not answer.");

        assertThat(AsUser.run(command)).endsWith("The invoice ledger did not answer." + System.lineSeparator());
    }

    @Test
    void isForADemonstrationOnly() {
        assertThatThrownBy(() -> AsUser.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("Only in a demonstration");
    }

    @Test
    void refusesAViewer() {
        command.time = new Demonstration(null);

        assertThatThrownBy(() -> AsUser.run(command, "viewer"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("needs the role bookkeeper. You are signed in as ann.");
    }
}
