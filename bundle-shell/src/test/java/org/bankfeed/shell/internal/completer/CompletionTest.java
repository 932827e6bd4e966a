package org.bankfeed.shell.internal.completer;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.shell.internal.SettingsForTests;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CompletionTest {

    private final FakeBankJournal journal = new FakeBankJournal(new CompanyId("Acme"));

    @BeforeEach
    void fill() {
        journal.put(account("a1", "Giro"));
        journal.put(account("b2", "Savings"));
    }

    @Test
    void anAccountIsOfferedWithWhatPeopleCallIt() {
        assertThat(offered(new AccountCompleter(), "", "viewer"))
                .containsEntry("a1", "Giro, BE…7034")
                .containsEntry("b2", "Savings, BE…7034");
        assertThat(offered(new AccountCompleter(), "b", "viewer")).containsOnlyKeys("b2");
    }

    @Test
    void companiesAreThoseOfTheSettings() {
        assertThat(offered(new CompanyCompleter(), "", "viewer")).containsOnlyKeys("Acme", "Other");
    }

    @Test
    void whoMayNotLookIsOfferedNothingOfTheBooks() {
        assertThat(offered(new AccountCompleter(), "", "stranger")).isEmpty();
    }

    @SuppressWarnings("NullAway") // no completer of ours asks the session
    private Map<String, String> offered(NameCompleter completer, String typed, String role) {
        completer.settings = SettingsForTests.of(Map.of("company", "Acme", "companies", "Acme,Other"));
        completer.journal = journal;
        List<Candidate> candidates = new ArrayList<>();
        as(role, () -> completer.completeCandidates(null, new ArgumentCommandLine(typed, typed.length()), candidates));
        return candidates.stream()
                .collect(Collectors.toMap(Candidate::value, candidate -> String.valueOf(candidate.descr())));
    }

    @SuppressWarnings("removal") // as Karaf 4.4 does
    private static void as(String role, Runnable work) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("ann"));
        subject.getPrincipals().add(new RolePrincipal(role));
        Subject.doAs(subject, (PrivilegedAction<@Nullable Object>) () -> {
            work.run();
            return null;
        });
    }

    private static Account account(String id, String label) {
        return new Account(
                new AccountId(id),
                new ConnectionId("c1"),
                AccountReference.iban("BE68539007547034"),
                Currency.getInstance("EUR"),
                label,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                true,
                0,
                0,
                null,
                null,
                null,
                null);
    }
}
