package org.bankfeed.shell.internal.completer;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;

/** The bank lines that wait for a person. */
@Service
public final class OpenTransactionCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        DecisionQuery waiting = new DecisionQuery(Set.of(State.SUGGESTED, State.NONE), null, null, MOST);
        return matching == null
                ? List.of()
                : matching.decisions(looker, waiting).items().stream()
                        .map(d -> d.transaction().toString())
                        .toList();
    }
}
