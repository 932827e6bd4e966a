package org.bankfeed.shell.internal.completer;

import java.util.List;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.Role;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.shell.internal.KarafPerson;
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

    /** The same, each with what it is; by default only the names. */
    List<Candidate> candidates(Caller looker) {
        return names(looker).stream().map(Candidate::new).toList();
    }

    static Candidate candidate(String name, String description) {
        return new Candidate(name, name, null, description, null, null, true);
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = seen(this::names);
        return names.isEmpty() ? -1 : new StringsCompleter(names).complete(session, line, candidates);
    }

    @Override
    public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        String typed = typed(line);
        seen(this::candidates).stream()
                .filter(candidate -> candidate.value().startsWith(typed))
                .forEach(candidates::add);
    }

    private static String typed(CommandLine line) {
        String argument = line.getCursorArgument();
        return argument == null ? "" : argument.substring(0, line.getArgumentPosition());
    }

    /** What whoever sits here may look at. */
    private <T> List<T> seen(Function<Caller, List<T>> look) {
        ShellSettings now = settings;
        try {
            return now == null
                    ? List.of()
                    : KarafPerson.current()
                            .map(person -> new Caller(
                                    now.company(), person.name(), now.rolesOf(person.roles()), Channel.SHELL))
                            .filter(looker -> looker.may(Role.VIEWER))
                            .map(look)
                            .orElse(List.of());
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
