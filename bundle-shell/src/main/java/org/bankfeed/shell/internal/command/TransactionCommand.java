package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.Proposal;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.shell.internal.ShellSettings;
import org.jspecify.annotations.Nullable;

/** What the commands about one bank line have in common. */
abstract class TransactionCommand extends BankCommand {

    @Option(name = "--full", description = "Show account numbers in full")
    boolean full;

    @Override
    boolean full() {
        return full;
    }

    @Option(name = "--language", description = "Say the reasons in en, nl, fr or de; by default as the settings say")
    @Nullable
    String language;

    @Override
    final void run(Caller caller) throws Exception {
        language(); // one that there is not is refused before anything is done or said
        act(caller);
    }

    /** Does what the command is for. */
    abstract void act(Caller caller) throws Exception;

    /** In which language reasons are said. */
    @Override
    Locale language() throws CommandException {
        return language == null ? settings().language() : ShellSettings.language(language);
    }

    Decision decision(Caller caller, TransactionId id) throws CommandException {
        return matching()
                .decision(caller, id)
                .orElseThrow(() -> new CommandException("The matching knows no transaction " + id
                        + ": bank:transactions lists them, and one that just came is taken up by bank:sync"));
    }

    @Nullable
    BankTransaction transaction(Caller caller, TransactionId id) {
        return journal == null ? null : journal.transaction(caller, id).orElse(null);
    }

    /** A line in one sentence: when, how much, who, what he wrote. */
    void sayLine(TransactionId id, @Nullable BankTransaction transaction) {
        FeedTransaction line = transaction == null ? null : transaction.line();
        if (line == null) {
            say(id.toString());
            return;
        }
        String account = Shapes.counterpartyAccount(line, full);
        say(id.toString());
        say("  " + line.executionDate() + "  " + line.amount() + "  "
                + Texts.orDash(Shapes.text(line.counterpartyName(), full))
                + (account == null ? "" : " (" + account + ")"));
        if (line.remittance() != null) {
            say("  \"" + Texts.shortened(Shapes.text(line.remittance(), full), 140) + "\"");
        }
    }

    void sayProposals(Decision decision, SetOff setOff) throws CommandException {
        Locale spoken = language();
        int number = 0;
        for (Proposal proposal : decision.proposals()) {
            number++;
            say("  " + number + ". " + Texts.applications(proposal.applications(), setOff) + "  ("
                    + Texts.percent(proposal.confidence()) + ")");
            sayEvidence("     ", proposal.evidence(), spoken);
        }
    }

    /** Each reason once: two fields may say the same. */
    void sayEvidence(String indent, List<Evidence> evidence, Locale spoken) {
        evidence.stream()
                .map(one -> indent
                        + (one.speaks() == Evidence.Speaks.FOR ? "+ " : "- ")
                        + Shapes.text(one.sentence(spoken), full))
                .distinct()
                .forEach(this::say);
    }

    /** What was decided, after an act or when asked. */
    void sayDecision(Decision decision, SetOff setOff) throws CommandException {
        String what =
                switch (decision.state()) {
                    case AUTOMATIC -> "booked by itself";
                    case CONFIRMED -> "booked as a person said";
                    case SUGGESTED -> "waits for a person, with explanations";
                    case NONE -> "waits for a person, without an explanation";
                    case LINKED -> "linked to a payment that the ERP had already";
                    case NOT_AN_INVOICE -> "pays no invoice";
                };
        String by = decision.decidedBy() == null ? "" : ", by " + decision.decidedBy();
        say("  " + decision.state() + ": " + what + by + ", " + Texts.moment(decision.decidedAt()) + ", "
                + booking(decision));
        if (!decision.applications().isEmpty()) {
            say("  " + Texts.applications(decision.applications(), setOff));
        }
        if (decision.about() != null) {
            say("  Speaks of " + decision.about() + ", which is settled" + howToLink(decision));
        }
        if (decision.givesBack() != null) {
            say("  Gives back money of the payment " + decision.givesBack());
        }
        if (decision.counterEntry() != null) {
            say("  The counter-entry of the booking that was taken back stands on " + decision.counterEntry()
                    + ", because the booking's own period is closed");
        }
        if (decision.problem() != null) {
            say("  Problem: " + Shapes.said(decision.problem(), full, language()));
        }
    }

    /** Of a link that was undone, how it is made again. */
    private static String howToLink(Decision decision) {
        boolean inTheBooks = decision.state() == Decision.State.NONE
                && decision.evidence().stream()
                        .anyMatch(one ->
                                one.code() == ReasonCode.CLOSED_BY_HAND || one.code() == ReasonCode.BOOKS_HOLD_PAYMENT);
        return inTheBooks
                ? ": if that was this payment, bank:confirm with --invoice " + decision.about() + "=AMOUNT links it"
                : "";
    }

    private static String booking(Decision decision) {
        return switch (decision.booking()) {
            case NONE -> "nothing to book";
            case PENDING -> "booking on its way to the ledger";
            case BOOKED -> "booked in the ledger";
            case REVERSING -> "reversal on its way to the ledger";
        };
    }

    void print(Caller caller, Decision decision) throws CommandException {
        BankTransaction line = transaction(caller, decision.transaction());
        SetOff setOff = SetOff.of(matching(), caller, decision, line);
        if (json) {
            printJson(Shapes.decision(decision, setOff, full, language()));
            return;
        }
        sayLine(decision.transaction(), line);
        sayDecision(decision, setOff);
    }
}
