package org.bankfeed.shell.internal.completer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.MatchKind;

/** What a rule of the kind <em>only suggest</em> may name. */
@Service
public final class MatchKindCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        List<String> names = new ArrayList<>(List.of("all"));
        for (MatchKind kind : MatchKind.values()) {
            names.add(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return names;
    }
}
