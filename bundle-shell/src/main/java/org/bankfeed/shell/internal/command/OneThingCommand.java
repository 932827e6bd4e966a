package org.bankfeed.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.jspecify.annotations.Nullable;

/** Names one thing by its first argument, with options before it or behind it. */
abstract class OneThingCommand extends BankCommand {

    @Argument(index = 1, name = "options", description = "Options may also stand here", multiValued = true)
    @Nullable
    List<String> more;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }
}
