package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.MatchingRules;
import org.jspecify.annotations.Nullable;

/** The company's rules. */
@Service
public final class RuleCompleter extends NameCompleter {

    @Reference(optional = true)
    @Nullable
    MatchingRules rules;

    @Override
    List<String> names(Caller looker) {
        return rules == null
                ? List.of()
                : rules.rules(looker).stream().map(rule -> rule.id().value()).toList();
    }
}
