package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.shell.internal.SettingsForTests;
import org.bankfeed.shell.internal.SignedIn;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void saysInTheLanguageOfTheSettingsWhyTheLedgerDoesNotAnswer() throws Exception {
        DoctorCommand doctor = doctor("nl");

        assertThat(catchThrowable(() -> SignedIn.as(doctor::execute, "admin")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("found");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("It does not answer: De database van de boekhouding");
    }

    @Test
    void saysItInEnglishToScripts() throws Exception {
        DoctorCommand doctor = doctor("nl");
        doctor.json = true;

        SignedIn.as(doctor::execute, "admin");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("It does not answer: The ledger\\u2019s database does not answer now.");
    }

    private DoctorCommand doctor(String language) {
        DoctorCommand doctor = new DoctorCommand();
        doctor.out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        doctor.journal = new FakeBankJournal(new CompanyId("Acme"));
        doctor.ledger = silent();
        doctor.settings = SettingsForTests.of(Map.of("language", language));
        return doctor;
    }

    private static InvoiceLedger silent() {
        return (InvoiceLedger) Proxy.newProxyInstance(
                InvoiceLedger.class.getClassLoader(), new Class<?>[] {InvoiceLedger.class}, (proxy, called, given) -> {
                    throw new LedgerUnavailableException(Sentence.of(RefusalCode.LEDGER_DATABASE), null);
                });
    }
}
