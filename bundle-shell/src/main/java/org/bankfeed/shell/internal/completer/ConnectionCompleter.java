package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;

/** The company's links to providers. */
@Service
public final class ConnectionCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null
                ? List.of()
                : journal.connections(looker).stream().map(c -> c.id().value()).toList();
    }
}
