package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnnounceCommandTest {

    private static final PaymentFile FILE = new PaymentFile(
            "WAGES-7",
            PaymentFile.Kind.CREDIT_TRANSFERS,
            List.of(AccountReference.iban("BE68539007547034")),
            LocalDate.of(2026, 3, 10),
            Instant.parse("2026-03-09T08:00:00Z"),
            "ann",
            List.of(Money.of("-250.00", "EUR")),
            Map.of(FilePayment.State.ANNOUNCED, 2L));

    @TempDir
    Path folder;

    private final AnnounceCommand command = new AnnounceCommand();

    @BeforeEach
    void aFileIsThere() throws Exception {
        command.file =
                Files.writeString(folder.resolve("pay.xml"), "<Document/>").toString();
    }

    @Test
    void saysWhatWasAnnounced() throws Exception {
        command.files = new Books(new PaymentFiles.Receipt(FILE, false));

        assertThat(AsUser.run(command))
                .contains("File WAGES-7: 2 payments announced, -250.00 EUR.")
                .doesNotContain("Careful");
    }

    @Test
    void saysWhichPaymentsPayOnceMore() throws Exception {
        command.files =
                new Books(new PaymentFiles.Receipt(FILE, false, List.of(twice("P2", true), twice("P3", false))));

        assertThat(AsUser.run(command).lines())
                .contains(
                        "Careful: payment P2 of 125.00 EUR pays FA-26-7, which payment P1 has paid already: stop it at the"
                                + " bank, then bank:withdraw it.",
                        "Careful: payment P3 of 125.00 EUR pays FA-26-7, which payment P1 pays too: stop one of them at the"
                                + " bank, then bank:withdraw it.");
    }

    @Test
    void tellsScriptsWhichPaymentsPayOnceMore() throws Exception {
        command.files = new Books(new PaymentFiles.Receipt(FILE, false, List.of(twice("P2", true))));
        command.json = true;

        JsonNode twice = new ObjectMapper().readTree(AsUser.run(command)).path("twice");

        assertThat(twice).hasSize(1);
        assertThat(twice.get(0).path("payment").asText()).isEqualTo("P2");
        assertThat(twice.get(0).path("other").asText()).isEqualTo("P1");
        assertThat(twice.get(0).path("executed").asBoolean()).isTrue();
        assertThat(twice.get(0).path("number").asText()).isEqualTo("FA-26-7");
    }

    @Test
    void saysThatAFileIsKnown() throws Exception {
        command.files = new Books(new PaymentFiles.Receipt(FILE, true));

        assertThat(AsUser.run(command)).contains("by ann already; nothing was changed.");
    }

    @Test
    void saysWhatIsNoFile() {
        command.files = new Books(new PaymentFiles.Receipt(FILE, false));
        command.file = folder.resolve("gone.xml").toString();

        assertThatThrownBy(() -> AsUser.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessage("There is no file " + command.file + " on this machine");
    }

    /** Books that answer whatever is announced with one receipt. */
    private record Books(Receipt receipt) implements PaymentFiles {

        @Override
        public Receipt announce(Caller caller, InputStream file, Collection<AccountReference> ours) {
            caller.require("announce payments", Role.BOOKKEEPER);
            return receipt;
        }

        @Override
        public Page<PaymentFile> files(Caller caller, @Nullable String after, int limit) {
            return new Page<>(List.of(FILE), null);
        }

        @Override
        public Optional<PaymentFile> file(Caller caller, String messageId) {
            return Optional.of(FILE);
        }

        @Override
        public Page<FilePayment> payments(Caller caller, String messageId, @Nullable String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int withdraw(Caller caller, String messageId, Collection<String> payments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int announceAgain(Caller caller, String messageId, Collection<String> payments) {
            throw new UnsupportedOperationException();
        }
    }

    private static PaymentFiles.PaidTwice twice(String id, boolean executed) {
        return new PaymentFiles.PaidTwice(payment(id), payment("P1"), executed, new DocumentId("D7"), "FA-26-7");
    }

    private static AnnouncedPayment payment(String id) {
        return new AnnouncedPayment(
                id, null, Money.of("-125.00", "EUR"), LocalDate.of(2026, 3, 10), List.of(new DocumentId("D7")));
    }
}
