package org.bankfeed.shell.internal.completer;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.Role;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.shell.internal.ShellSettings;
import org.jspecify.annotations.Nullable;

/**
 * Offers names of the company that is meant without {@code --company}. It only looks, and offers nothing rather than
 * fail: a person who may not look sees the refusal when he runs the command.
 */
abstract class NameCompleter implements Completer {

    static final int MOST = 200;

    @Reference(optional = true)
    @Nullable
    ShellSettings settings;

    @Reference(optional = true)
    @Nullable
    BankJournal journal;

    @Reference(optional = true)
    @Nullable
    PaymentMatching matching;

    abstract List<String> names(Caller looker);

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        try {
            if (settings == null) {
                return -1;
            }
            Caller looker = new Caller(settings.company(), "completion", Set.of(Role.VIEWER), Channel.SHELL);
            return new StringsCompleter(names(looker)).complete(session, line, candidates);
        } catch (RuntimeException e) {
            return -1;
        }
    }
}
