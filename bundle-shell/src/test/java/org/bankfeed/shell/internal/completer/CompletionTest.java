package org.bankfeed.shell.internal.completer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.shell.internal.AccountsForTests;
import org.bankfeed.shell.internal.SettingsForTests;
import org.bankfeed.shell.internal.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CompletionTest {

    private static final ConnectionId LINK = new ConnectionId("c1");

    private final FakeBankJournal journal = new FakeBankJournal(new CompanyId("Acme"));

    @BeforeEach
    void fill() {
        journal.put(AccountsForTests.called(new AccountId("a1"), LINK, "Giro"));
        journal.put(AccountsForTests.called(new AccountId("b2"), LINK, "Savings"));
    }

    @Test
    void anAccountIsOfferedWithWhatPeopleCallIt() throws Exception {
        assertThat(offered(new AccountCompleter(), "", "viewer"))
                .containsEntry("a1", "Giro, BE…7034")
                .containsEntry("b2", "Savings, BE…7034");
        assertThat(offered(new AccountCompleter(), "b", "viewer")).containsOnlyKeys("b2");
    }

    @Test
    void companiesAreThoseOfTheSettings() throws Exception {
        assertThat(offered(new CompanyCompleter(), "", "viewer")).containsOnlyKeys("Acme", "Other");
    }

    @Test
    void whoMayNotLookIsOfferedNothingOfTheBooks() throws Exception {
        assertThat(offered(new AccountCompleter(), "", "stranger")).isEmpty();
    }

    @SuppressWarnings("NullAway") // no completer of ours asks the session
    private Map<String, String> offered(NameCompleter completer, String typed, String role) throws Exception {
        completer.settings = SettingsForTests.of(Map.of("company", "Acme", "companies", "Acme,Other"));
        completer.journal = journal;
        List<Candidate> candidates = new ArrayList<>();
        SignedIn.as(
                () -> completer.completeCandidates(null, new ArgumentCommandLine(typed, typed.length()), candidates),
                role);
        return candidates.stream()
                .collect(Collectors.toMap(Candidate::value, candidate -> String.valueOf(candidate.descr())));
    }
}
