package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Connection;

/** The links of which nobody has said yet whether their organization was meant. */
@Service
public final class UnconfirmedCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null
                ? List.of()
                : journal.connections(looker).stream()
                        .filter(connection -> connection.state() == Connection.State.UNCONFIRMED)
                        .map(connection -> connection.id().value())
                        .toList();
    }
}
