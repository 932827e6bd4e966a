package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;

/** The companies for which Karaf's users may act. */
@Service
public final class CompanyCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        return settings == null
                ? List.of()
                : settings.companies().stream().map(CompanyId::value).sorted().toList();
    }
}
