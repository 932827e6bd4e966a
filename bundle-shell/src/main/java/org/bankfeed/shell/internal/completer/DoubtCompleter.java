package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;

/** The lines that are in doubt. */
@Service
public final class DoubtCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null
                ? List.of()
                : journal.doubts(looker).stream()
                        .map(doubt -> doubt.line().id().toString())
                        .toList();
    }
}
