package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Role;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.KeyRotation.Report;
import org.bankfeed.store.StoreException;
import org.junit.jupiter.api.Test;

final class KeyRotateCommandTest {

    private final KeyRotateCommand command = new KeyRotateCommand();

    private static KeyRotation of(Report report) {
        return caller -> {
            caller.require("change the keys of the secrets", Role.ADMINISTRATOR);
            return report;
        };
    }

    @Test
    void saysHowManyKeysAndSecretsItChanged() throws Exception {
        command.rotation = of(new Report("1f2e", false, 3, 4, 17, 0));

        assertThat(AsUser.run(command))
                .containsPattern("Master key: +1f2e\\R")
                .containsPattern("master key: +3\\R")
                .containsPattern("New data keys: +4\\R")
                .containsPattern("anew: +17\\R")
                .contains("take it out of the configuration")
                .doesNotContain("interrupted");
    }

    @Test
    void saysWhatWasLeftAndThatItWentOn() throws Exception {
        command.rotation = of(new Report("1f2e", true, 0, 0, 5, 2));

        assertThat(AsUser.run(command))
                .contains("had been interrupted")
                .containsPattern("did not open: +2\\R")
                .contains("keep the former master key");
    }

    @Test
    void saysItToScriptsInOneDocument() throws Exception {
        command.rotation = of(new Report("1f2e", true, 3, 4, 17, 1));
        command.json = true;

        JsonNode report = new ObjectMapper().readTree(AsUser.run(command));

        assertThat(report.path("masterKey").asText()).isEqualTo("1f2e");
        assertThat(report.path("continued").asBoolean()).isTrue();
        assertThat(report.path("rewrapped").asInt()).isEqualTo(3);
        assertThat(report.path("dataKeys").asInt()).isEqualTo(4);
        assertThat(report.path("values").asInt()).isEqualTo(17);
        assertThat(report.path("unreadable").asInt()).isEqualTo(1);
    }

    @Test
    void refusesABookkeeper() {
        command.rotation = of(new Report("1f2e", false, 0, 0, 0, 0));

        assertThatThrownBy(() -> AsUser.run(command, "bookkeeper"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("needs the role administrator. You are signed in as ann.");
    }

    @Test
    void tellsAFailureInOneSentence() {
        command.rotation = caller -> {
            throw new StoreException.Unavailable("The keys are being changed already", null);
        };
        assertThatThrownBy(() -> AsUser.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("The keys are being changed already");
        command.rotation = null;
        assertThatThrownBy(() -> AsUser.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("feature:install bankfeed-store");
    }
}
