package org.bankfeed.shell.internal.completer;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.InvoiceView.Standing;

/** How an invoice can stand. */
@Service
public final class StandingCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return Arrays.stream(Standing.values()).map(Enum::name).toList();
    }
}
