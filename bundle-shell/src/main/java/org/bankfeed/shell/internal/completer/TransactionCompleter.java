package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.TransactionQuery;

/** The newest bank lines. */
@Service
public final class TransactionCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null
                ? List.of()
                : journal.transactions(looker, TransactionQuery.newest(MOST)).items().stream()
                        .map(t -> t.id().toString())
                        .toList();
    }
}
