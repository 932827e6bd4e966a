package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;

/** The feeds through which one can connect now. */
@Service
public final class FeedCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null ? List.of() : journal.feeds();
    }
}
