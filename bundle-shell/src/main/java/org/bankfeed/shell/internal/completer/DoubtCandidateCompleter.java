package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;

/** The lines that a doubtful one may be. */
@Service
public final class DoubtCandidateCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null
                ? List.of()
                : journal.doubts(looker).stream()
                        .flatMap(doubt -> doubt.candidates().stream())
                        .map(known -> known.id().toString())
                        .distinct()
                        .toList();
    }
}
