package org.bankfeed.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Rule;
import org.bankfeed.shell.internal.completer.RuleCompleter;
import org.jspecify.annotations.Nullable;

/** What is done to one rule. */
abstract class NamedRuleCommand extends RuleCommand {

    @Argument(name = "rule", description = "Its id, as bank:rules shows it", required = true)
    @Completion(RuleCompleter.class)
    String id = "";

    @Argument(index = 1, name = "options", description = "Options may also stand here", multiValued = true)
    @Nullable
    List<String> more;

    @Option(name = "--version", description = "Of the rule that you saw: if somebody changed it since, nothing happens")
    @Nullable
    String version;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

    @Override
    final void run(Caller caller) throws Exception {
        Rule rule = rule(caller, id);
        run(caller, rule, version == null ? rule.version() : version(version));
    }

    abstract void run(Caller caller, Rule rule, long seen) throws Exception;

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--version is '" + text + "', which is no whole number", e);
        }
    }
}
