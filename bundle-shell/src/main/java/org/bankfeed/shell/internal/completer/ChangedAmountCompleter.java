package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;

/** The lines whose amount the bank changed. */
@Service
public final class ChangedAmountCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return journal == null
                ? List.of()
                : journal.changedAmounts(looker).stream()
                        .map(changed -> changed.line().id().toString())
                        .toList();
    }
}
