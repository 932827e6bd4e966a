package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.BacktestReport.Counts;
import org.bankfeed.matching.BacktestReport.Kind;
import org.bankfeed.matching.BacktestReport.Mistake;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.HistoryExport;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bank:backtest} and {@code bank:export-history}. */
final class TrialCommandsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Money EURO = Money.of("121.00", "EUR");

    @TempDir
    Path folder;

    private boolean goesOn = true;

    /** What would be booked wrongly once, and rightly 9,999 times. */
    private final Backtests backtests = new Backtests() {
        @Override
        public BacktestReport own(Caller caller, Progress progress) {
            progress.at(10_000, 10_000);
            return report("own");
        }

        @Override
        public BacktestReport recorded(Caller caller, String name, InputStream history, Progress progress)
                throws IOException {
            String text = new String(history.readAllBytes(), StandardCharsets.UTF_8);
            if (text.startsWith("broken")) {
                throw new IOException(name + ":1: the line is not JSON.");
            }
            return report(name);
        }

        @Override
        public void answers(Caller caller, String name, InputStream history, OutputStream answers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HistoryExport export(Caller caller, OutputStream out, Progress progress) throws IOException {
            caller.require("export the company's history", Role.BOOKKEEPER);
            out.write("{}\n".getBytes(StandardCharsets.UTF_8));
            return new HistoryExport(3, 2, 1, goesOn);
        }
    };

    private static BacktestReport report(String note) {
        Mistake mistake = new Mistake(
                "A1:T2",
                DAY,
                EURO,
                "J. Peeters",
                "van BE62510007547061",
                MatchKind.BY_NUMBER,
                0.99,
                List.of(new Part("S1", "2026-114", EURO, Money.zero(EURO.currency()))),
                List.of(),
                List.of());
        return new BacktestReport(
                true,
                5_000,
                DAY,
                DAY,
                12,
                9_988,
                List.of(
                        new Kind(MatchKind.BY_NUMBER, new Counts(10_000, 10_000, 9_999, 1, 0, 0, 0, 9_999)),
                        new Kind(null, new Counts(7, 0, 0, 0, 0, 0, 7, 0))),
                List.of(),
                List.of(mistake),
                List.of(note));
    }

    // ---- backtest

    @Test
    void showsWhatWouldBeBookedByKindAndEachMistakeWithWhatWasDecided() throws Exception {
        String said = AsUser.run(backtest(null), "viewer");

        assertThat(said)
                .contains("10000 of 10000 lines")
                .containsPattern("By number\\D+10000\\D+10000\\D+9999\\D+1\\D+0\\D+0\\D+0\\D+99.99 %\\D+100.00 %")
                .containsPattern("Nothing to pay, or not explained\\D+7 .*-")
                .containsPattern("All\\D+10007")
                .contains("what a person decided of 12 lines, and 9988 that were booked by themselves")
                .contains("Wrong: 2026-03-10")
                .contains("would book  2026-114: 121.00 EUR")
                .contains("was decided pays no invoice")
                .doesNotContain("BE62510007547061");
    }

    @Test
    void playsAFileOrTheHistoryOfAFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("history.jsonl"), "{}");

        assertThat(AsUser.run(backtest(file))).startsWith("history.jsonl");
        assertThat(AsUser.run(backtest(folder))).startsWith("history.jsonl");
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithAFile() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "broken");

        assertThatThrownBy(() -> AsUser.run(backtest(broken)))
                .isInstanceOf(CommandException.class)
                .hasMessage("broken.jsonl:1: the line is not JSON.");
        assertThatThrownBy(() -> AsUser.run(export(folder.resolve("mine").resolve("history.jsonl"))))
                .hasMessageStartingWith("There is no folder ");
        assertThatThrownBy(() -> AsUser.run(backtest(folder.resolve("none"))))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("There is no file ");
    }

    @Test
    void givesScriptsOneDocument() throws Exception {
        BacktestCommand command = backtest(null);
        command.json = true;

        JsonNode report = new ObjectMapper().readTree(AsUser.run(command));

        assertThat(report.path("total").path("wrong").asInt()).isEqualTo(1);
        assertThat(report.path("kinds").get(1).get("kind").isNull()).isTrue();
        assertThat(report.path("mistakes")
                        .get(0)
                        .path("booked")
                        .get(0)
                        .path("number")
                        .asText())
                .isEqualTo("2026-114");
        assertThat(report.toString()).doesNotContain("BE62510007547061");
    }

    // ---- export

    @Test
    void writesANewFileThatOnlyItsOwnerReads() throws Exception {
        Path file = folder.resolve("history.jsonl");

        assertThat(AsUser.run(export(file))).startsWith("3 lines, 2 documents and 1 decisions are in " + file);

        assertThat(file).hasContent("{}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void overwritesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> AsUser.run(export(file)))
                .isInstanceOf(CommandException.class)
                .hasMessage(file + " is there already and is not overwritten: name a new file");
        assertThat(file).hasContent("mine");
    }

    @Test
    void keepsNothingOfWhatDidNotComeToItsEnd() {
        Path file = folder.resolve("history.jsonl");

        assertThatThrownBy(() -> AsUser.run(export(file), "viewer")).hasMessageContaining("needs the role bookkeeper");
        assertThat(file).doesNotExist();
        goesOn = false;
        assertThatThrownBy(() -> AsUser.run(export(file))).hasMessageContaining("nothing was kept");
        assertThat(file).doesNotExist();
    }

    private BacktestCommand backtest(@org.jspecify.annotations.Nullable Path file) {
        BacktestCommand command = new BacktestCommand();
        command.backtests = backtests;
        command.file = file == null ? null : file.toString();
        return command;
    }

    private ExportHistoryCommand export(Path file) {
        ExportHistoryCommand command = new ExportHistoryCommand();
        command.backtests = backtests;
        command.file = file.toString();
        return command;
    }
}
