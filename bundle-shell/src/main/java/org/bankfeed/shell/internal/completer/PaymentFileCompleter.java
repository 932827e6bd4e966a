package org.bankfeed.shell.internal.completer;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.jspecify.annotations.Nullable;

/** The payment files that were announced, the newest. */
@Service
public final class PaymentFileCompleter extends NameCompleter {

    @Reference(optional = true)
    @Nullable
    PaymentFiles files;

    @Override
    List<String> names(Caller looker) {
        try {
            return files == null
                    ? List.of()
                    : files.files(looker, null, MOST).items().stream()
                            .map(PaymentFile::messageId)
                            .toList();
        } catch (LedgerUnavailableException e) {
            return List.of();
        }
    }
}
