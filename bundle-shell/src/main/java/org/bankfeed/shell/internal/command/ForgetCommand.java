package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.shell.internal.completer.FactCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "forget",
        description = "Forget what was learned of who pays for whom, or say for which party it is instead")
public final class ForgetCommand extends OneThingCommand {

    @Argument(name = "fact", description = "Its id, as bank:learned shows it", required = true)
    @Completion(FactCompleter.class)
    String id = "";

    @Option(name = "--pays-for", description = "The ERP's id of the party for which it pays instead")
    @Nullable
    String paysFor;

    @Override
    void run(Caller caller) throws Exception {
        if (paysFor == null) {
            matching().forget(caller, id);
        }
        LearnedFact now = paysFor == null ? null : matching().correct(caller, id, paysFor);
        if (json) {
            printJson(new Json.Fields()
                    .put("forgotten", id)
                    .put("instead", now == null ? null : Shapes.fact(now, false))
                    .map());
        } else if (now == null) {
            say("Forgotten: it counts no more from the next bank line on.");
        } else {
            say("From the next bank line on " + now.shown() + " pays for " + now.partyName() + ".");
        }
    }
}
