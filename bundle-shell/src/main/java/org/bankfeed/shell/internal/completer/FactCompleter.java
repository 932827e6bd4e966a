package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.LearnedFact;

/** What was learned of who pays for whom. */
@Service
public final class FactCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return matching == null
                ? List.of()
                : matching.learned(looker, FactQuery.first(MOST)).items().stream()
                        .map(LearnedFact::id)
                        .toList();
    }
}
