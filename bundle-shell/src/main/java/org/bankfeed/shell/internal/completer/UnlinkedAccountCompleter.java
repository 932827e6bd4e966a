package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;

/** The accounts that were entered and that no link shares yet. */
@Service
public final class UnlinkedAccountCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null
                ? List.of()
                : journal.accounts(looker).stream()
                        .filter(a -> a.connection() == null)
                        .map(a -> a.id().value())
                        .toList();
    }
}
