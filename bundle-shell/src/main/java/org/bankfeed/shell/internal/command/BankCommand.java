package org.bankfeed.shell.internal.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.shell.internal.KarafPerson;
import org.bankfeed.shell.internal.ShellSettings;
import org.bankfeed.shell.internal.completer.CompanyCompleter;
import org.bankfeed.store.StoreException;
import org.bankfeed.words.Code;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What all commands have in common: for whom, for which company, in which form, and how a failure is told. */
abstract class BankCommand implements Action {

    private static final Map<Code, String> LISTED_BY =
            Map.of(SentenceCode.NO_ACCOUNT, " (bank:accounts)", SentenceCode.NO_CONNECTION, " (bank:connections)");

    @Reference(optional = true)
    @Nullable
    ShellSettings settings;

    @Reference(optional = true)
    @Nullable
    BankJournal journal;

    @Reference(optional = true)
    @Nullable
    PaymentMatching matching;

    @Completion(CompanyCompleter.class)
    @Option(name = "--company", description = "Whose books; by default the company of etc/org.bankfeed.shell.cfg")
    @Nullable
    String company;

    @Option(name = "--json", description = "One JSON document for scripts")
    boolean json;

    @Reference(optional = true)
    @Nullable
    Session session;

    PrintStream out = System.out;

    /** Does the work; whatever of ours it throws becomes one sentence. */
    abstract void run(Caller caller) throws Exception;

    @Override
    public @Nullable Object execute() throws Exception {
        LongAnswer answer = new LongAnswer(out);
        out = answer.stream();
        try {
            List<String> behind = more();
            accept(behind == null ? List.of() : Trailing.apply(this, behind));
            Caller caller = caller();
            if (full()) {
                journal()
                        .showInFull(
                                caller,
                                "by " + getClass().getAnnotation(Command.class).name() + " in the shell");
            }
            run(caller);
            stayUntilRead(answer);
            return null;
        } catch (JournalException
                | MatchingException
                | LedgerUnavailableException
                | StoreException
                | AccessDeniedException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new CommandException(sentence(e), e);
        }
    }

    /** Where somebody sits at a terminal, the connection stays by itself. */
    private void stayUntilRead(LongAnswer answer) throws InterruptedException {
        long millis = answer.toArrive().toMillis();
        if (session != null && session.getTerminal() == null) {
            Thread.sleep(millis);
        }
    }

    /** Whether whole account numbers are asked for. */
    boolean full() {
        return false;
    }

    /** The words behind the first argument; {@code null} for none. */
    @Nullable
    List<String> more() {
        return null;
    }

    /** Takes those that are no options. */
    void accept(List<String> words) {
        if (!words.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + words.get(0) + "' is one argument too many: --help says which there are");
        }
    }

    /** In the language of the shell, where it is explained; with the command that lists what there is. */
    String sentence(Exception failure) throws CommandException {
        if (failure instanceof Explained explained) {
            Sentence said = explained.sentence();
            return said.in(language()) + LISTED_BY.getOrDefault(said.code(), "");
        }
        return message(failure, Locale.ENGLISH);
    }

    /** What it says of itself, in a language where it is explained. */
    static String message(Exception failure, Locale spoken) {
        return failure instanceof Explained explained
                ? explained.sentence().in(spoken)
                : Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
    }

    /** In which sentences are said that have a code. */
    Locale language() throws CommandException {
        return settings().language();
    }

    private Caller caller() throws CommandException {
        KarafPerson person = KarafPerson.current()
                .orElseThrow(() ->
                        new CommandException("Nobody is signed in to this shell: use bin/client or SSH with a user"));
        ShellSettings now = settings();
        CompanyId meant = company == null ? now.company() : new CompanyId(company);
        if (!now.companies().contains(meant)) {
            throw new CommandException("Karaf's users may not act for company " + meant
                    + ": add it to companies in etc/org.bankfeed.shell.cfg, or use one of " + now.companies());
        }
        return new Caller(meant, person.name(), now.rolesOf(person.roles()), Channel.SHELL);
    }

    ShellSettings settings() throws CommandException {
        return present(settings, "The settings of the shell are", "scr");
    }

    BankJournal journal() throws CommandException {
        return present(journal, "The bank journal is", "bankfeed-journal");
    }

    /** The account of that id. */
    Account account(Caller caller, String id) throws CommandException {
        return journal().accounts(caller).stream()
                .filter(account -> account.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no account '" + id + "': bank:accounts lists them"));
    }

    PaymentMatching matching() throws CommandException {
        return present(matching, "The matching is", "bankfeed-matching");
    }

    static <T> T present(@Nullable T service, String what, String feature) throws CommandException {
        if (service == null) {
            throw new CommandException(what + " not there: run feature:install " + feature
                    + ", and if it is installed, bank:doctor says what it waits for");
        }
        return service;
    }

    void say(String line) {
        out.println(line);
    }

    void printJson(Object document) {
        Json.print(out, document);
    }
}
