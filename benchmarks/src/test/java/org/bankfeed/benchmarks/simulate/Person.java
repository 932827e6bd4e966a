package org.bankfeed.benchmarks.simulate;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.bankfeed.access.Caller;
import org.bankfeed.benchmarks.simulate.PontoUser.Choice;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;

/**
 * Who tends the link: he looks once a day and does what the notices say, at once or some days later. Sometimes he backs
 * out at Ponto's page, or comes back with another organization.
 */
final class Person {

    private final Caller caller;
    private final World world;
    private final YearPlan plan;
    private final SplittableRandom mood;
    private final Findings findings;
    private final PontoUser browser = new PontoUser();
    private int links;
    private int newTokens;
    private int renewals;
    private int decisions;
    private int orders;

    Person(Caller caller, World world, YearPlan plan, SplittableRandom mood, Findings findings) {
        this.caller = caller;
        this.world = world;
        this.plan = plan;
        this.mood = mood;
        this.findings = findings;
    }

    Caller caller() {
        return caller;
    }

    int links() {
        return links;
    }

    /** How often the company's own link got a new token by that. */
    int newTokens() {
        return newTokens;
    }

    int renewals() {
        return renewals;
    }

    int decisions() {
        return decisions;
    }

    int orders() {
        return orders;
    }

    /**
     * Does something or nothing.
     *
     * @param shown what he sees
     * @param atOnce whether nothing is put off, nor done by mistake
     */
    void tend(BankJournal journal, Shown shown, boolean atOnce) throws IOException, InterruptedException {
        if (shown.says(Kind.DOUBTFUL_LINES)) {
            decideDoubts(journal, atOnce);
        }
        if (answerForOrganization(journal, shown, atOnce)) {
            return;
        }
        if (shown.connections().stream().noneMatch(this::isOurs)) {
            if (atOnce || mood.nextInt(3) > 0) {
                link(journal, atOnce);
            }
            return;
        }
        for (Notice notice : shown.notices()) {
            if ((atOnce || happens(plan.hurry())) && follow(journal, notice, atOnce)) {
                return;
            }
        }
    }

    private boolean isOurs(Connection link) {
        String ours = world.truth().organizations().get(0).id();
        return link.state() == State.CONNECTED
                && link.organization() != null
                && link.organization().id().equals(ours);
    }

    private boolean happens(double rate) {
        return mood.nextDouble() < rate;
    }

    /** Whether the link is another one afterwards. */
    private boolean follow(BankJournal journal, Notice notice, boolean atOnce)
            throws IOException, InterruptedException {
        AccountId account = notice.account();
        switch (notice.kind()) {
            case AUTHORIZATION_ENDS, AUTHORIZATION_ENDED -> {
                if (account != null) {
                    renew(journal, account);
                }
                return false;
            }
            case ACCOUNT_DEPRECATED, NO_ACCOUNTS -> {
                link(journal, atOnce);
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    // ---- linking

    void link(BankJournal journal, boolean atOnce) throws IOException, InterruptedException {
        Choice choice = atOnce ? Choice.SHARE : choice();
        List<Connection> before = settled(journal);
        try {
            ConnectStep step = journal.connect(caller, PontoOnClock.NAME, World.BACK, Locale.ENGLISH);
            if (step instanceof ConnectStep.Visit visit) {
                journal.returned(caller, browser.visit(visit.page(), choice));
                links++;
                newTokens += choice == Choice.SHARE ? 1 : 0;
            }
        } catch (JournalException e) {
            if (e.reason() == JournalException.Reason.DECLINED
                    && !settled(journal).equals(before)) {
                findings.add("somebody backed out, and the link is another one than before");
            }
            // else a fault met it: he tries again another day
        }
    }

    private Choice choice() {
        if (happens(plan.other())) {
            return Choice.OTHER;
        }
        return happens(plan.refuse()) ? Choice.REFUSE : Choice.SHARE;
    }

    private List<Connection> settled(BankJournal journal) {
        return journal.connections(caller).stream()
                .filter(link -> link.state() != State.CONNECTING)
                .toList();
    }

    /** Another organization: mostly it was a mistake. */
    private boolean answerForOrganization(BankJournal journal, Shown shown, boolean atOnce) {
        Optional<Connection> asked = shown.connections().stream()
                .filter(link -> link.state() == State.UNCONFIRMED)
                .findFirst();
        if (asked.isEmpty()) {
            return false;
        }
        nothingReadOf(asked.get(), shown);
        if (!atOnce && mood.nextInt(3) == 0) {
            return false; // another day
        }
        try {
            if (mood.nextInt(4) == 0) {
                journal.accept(caller, asked.get().id());
            } else {
                journal.disconnect(caller, asked.get().id());
            }
        } catch (JournalException e) {
            // a fault met it: he tries again another day
        }
        return true;
    }

    private void nothingReadOf(Connection link, Shown shown) {
        for (Account account : shown.accounts()) {
            if (link.id().equals(account.connection())) {
                findings.add("an account of an organization that nobody accepted is there: "
                        + Findings.end(account.reference().value()));
            }
        }
    }

    // ---- consents, doubts, orders

    void renew(BankJournal journal, AccountId account) throws IOException, InterruptedException {
        try {
            browser.renew(journal.renew(caller, account, World.BACK));
            renewals++;
        } catch (JournalException e) {
            // a fault met it: he tries again another day
        }
    }

    /** By what is true, which he finds in his bank's own statement. */
    private void decideDoubts(BankJournal journal, boolean atOnce) {
        if (!atOnce && mood.nextInt(3) == 0) {
            return;
        }
        for (DoubtfulLine doubt : journal.doubts(caller)) {
            try {
                Optional<BankTransaction> same = doubt.candidates().stream()
                        .filter(known -> origin(known).equals(origin(doubt.line())))
                        .findFirst();
                if (same.isPresent()) {
                    journal.isSame(caller, doubt.line().id(), same.get().id());
                } else {
                    journal.isNew(caller, doubt.line().id());
                }
                decisions++;
            } catch (JournalException e) {
                if (journal.doubts(caller).stream().anyMatch(left -> isOf(doubt, left))) {
                    findings.add("a doubt could not be decided: " + e.getMessage());
                } // else what was said of another line settled this one
            }
        }
    }

    private static boolean isOf(DoubtfulLine one, DoubtfulLine other) {
        return one.line().id().equals(other.line().id());
    }

    private String origin(BankTransaction line) {
        return world.origin(line.id().feedId());
    }

    /** Has the banks asked for him, sometimes. */
    void order(BankJournal journal) throws IOException {
        try {
            journal.synchronizeNow(
                    caller, Set.of(), InetAddress.getByAddress(new byte[] {81, (byte) 164, 12, 7}), progress -> {});
            orders++;
        } catch (JournalException e) {
            findings.add("the banks could not be asked for a person: " + e.getMessage());
        }
    }

    boolean wantsToOrder() {
        return happens(plan.order());
    }
}
