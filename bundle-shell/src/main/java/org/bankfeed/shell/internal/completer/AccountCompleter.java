package org.bankfeed.shell.internal.completer;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;

/** The company's bank accounts, each with what people call it. */
@Service
public final class AccountCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return accounts(looker).map(account -> account.id().value()).toList();
    }

    @Override
    List<Candidate> candidates(Caller looker) {
        return accounts(looker)
                .map(account -> candidate(
                        account.id().value(),
                        account.label() + ", " + account.reference().masked()))
                .toList();
    }

    private Stream<Account> accounts(Caller looker) {
        return journal == null ? Stream.empty() : journal.accounts(looker).stream();
    }
}
