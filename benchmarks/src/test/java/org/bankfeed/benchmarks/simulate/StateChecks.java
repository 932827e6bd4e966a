package org.bankfeed.benchmarks.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.simulator.Truth;
import org.bankfeed.simulator.Truth.Outcome;

/** After a reading that met no fault, what is shown is what is true, and no notice says anything else. */
final class StateChecks {

    /** Nothing in these years gives a reason for them. */
    private static final Set<Kind> NEVER = EnumSet.of(
            Kind.FEED_FAULT,
            Kind.CERTIFICATE_ENDS,
            Kind.ACCOUNT_UNREADABLE,
            Kind.UNREADABLE_LINES,
            Kind.AMOUNT_CHANGED,
            Kind.COUNT_DIFFERS);

    private static final Duration TWO_WINDOWS = Duration.ofHours(12);

    private final Findings findings;

    /** Links that Ponto refused for a reason that is over by now: only a person mends them. */
    private final Map<String, Boolean> refused = new HashMap<>();

    StateChecks(Findings findings) {
        this.findings = findings;
    }

    /**
     * Compares.
     *
     * @param tokenMayBeLost whether a rotated token may never have reached us
     */
    void check(Truth truth, Shown shown, boolean tokenMayBeLost, boolean doubts) {
        for (Truth.Organization organization : truth.organizations()) {
            shown.link(organization.id()).ifPresent(link -> {
                link(organization, link, tokenMayBeLost);
                if (link.state() == State.CONNECTED && organization.linked() && !organization.blocked()) {
                    accounts(organization, link, truth, shown);
                    onboarding(organization, link, shown);
                }
            });
        }
        for (Notice notice : shown.notices()) {
            if (NEVER.contains(notice.kind())) {
                findings.add("there is no reason for " + notice.kind() + ": " + notice.sentence(Locale.ENGLISH));
            }
        }
        agree(doubts, shown.says(Kind.DOUBTFUL_LINES), "doubtful lines wait", "doubtful lines");
        agree(shown.anyUnconfirmed(), shown.says(Kind.OTHER_ORGANIZATION), "an organization waits", "an organization");
    }

    private void agree(boolean is, boolean said, String truth, String what) {
        if (is != said) {
            findings.add(is ? truth + ", and nothing says so" : what + " is told of, and there is none");
        }
    }

    private void link(Truth.Organization organization, Connection link, boolean tokenMayBeLost) {
        boolean broken = link.state() == State.BROKEN;
        boolean reason = organization.blocked() || !organization.linked() || tokenMayBeLost;
        if ((organization.blocked() || !organization.linked()) && !broken) {
            findings.add((organization.blocked() ? "the organization is blocked" : "the integration was ended")
                    + ", and the link is shown as connected");
        }
        if (broken
                && !reason
                && (link.cause() == Connection.Cause.BLOCKED
                        || !refused.containsKey(link.id().value()))) {
            findings.add("the link is shown as broken, and nothing is wrong with it: " + link.problem());
        }
        if (broken && reason) {
            refused.put(link.id().value(), true);
        } else if (!broken) {
            refused.remove(link.id().value());
        }
    }

    private void onboarding(Truth.Organization organization, Connection link, Shown shown) {
        if (organization.onboarded()
                && shown.notice(Kind.ONBOARDING_INCOMPLETE, link).isPresent()) {
            findings.add("the onboarding is complete, and is shown as not complete");
        }
    }

    private void accounts(Truth.Organization organization, Connection link, Truth truth, Shown shown) {
        boolean some = truth.accounts().stream()
                .anyMatch(account -> account.organization().equals(organization.id()) && account.shared());
        boolean saidNone = shown.notice(Kind.NO_ACCOUNTS, link).isPresent();
        if (some == saidNone) {
            findings.add(some ? "accounts are shared, and shown as none" : "no account is shared, and nothing says so");
            return;
        }
        for (Truth.Account account : truth.accounts()) {
            boolean replaced = successorOf(account, truth).isPresent();
            if (some && account.organization().equals(organization.id()) && !account.deprecated() && !replaced) {
                shown.account(account.reference(), account.currency())
                        .filter(known -> link.id().equals(known.connection()))
                        .ifPresent(known -> account(account, known, truth.now(), shown));
            }
        }
    }

    /** Where nobody has chosen the replacement yet, what is shown is the deprecated one. */
    private static Optional<Truth.Account> successorOf(Truth.Account account, Truth truth) {
        return truth.accounts().stream()
                .filter(other -> !other.id().equals(account.id()))
                .filter(other -> other.organization().equals(account.organization())
                        && other.reference().equals(account.reference())
                        && other.currency().equals(account.currency()))
                .filter(other -> other.deprecated() && !account.shared())
                .findFirst();
    }

    private void account(Truth.Account truth, Account known, Instant now, Shown shown) {
        Set<Kind> said = shown.about(known);
        String end = Findings.end(truth.reference());
        if (truth.shared() == said.contains(Kind.ACCOUNT_NOT_SHARED)) {
            findings.add("account " + end
                    + (truth.shared() ? " is shared, and shown as not shared" : " is not shared, and not shown so"));
        }
        if (!truth.shared() || known.problem() != null) {
            return;
        }
        if (truth.readOnly() != said.contains(Kind.READ_ONLY)) {
            findings.add("account " + end
                    + (truth.readOnly() ? " is read-only, and not shown so" : " is shown as read-only, and is not"));
        }
        consent(truth, said, now, end);
        if (said.contains(Kind.BANK_FAILS) && truth.last() != Outcome.BANK) {
            findings.add("the bank of account " + end + " answers, and is shown as failing");
        }
        Instant asked = truth.askedAt();
        if (said.contains(Kind.SILENT) && asked != null && asked.isAfter(now.minus(TWO_WINDOWS))) {
            findings.add("account " + end + " is shown as silent, and its bank answered on " + asked);
        }
    }

    private void consent(Truth.Account truth, Set<Kind> said, Instant now, String end) {
        Instant ends = truth.authorizationEnds();
        boolean expired = ends != null && !now.isBefore(ends);
        boolean ended = expired || truth.last() == Outcome.CONSENT;
        if (ended != said.contains(Kind.AUTHORIZATION_ENDED)) {
            findings.add("the consent of account " + end
                    + (ended
                            ? (expired ? " has ended" : " was taken back by its bank") + ", and nothing says so"
                            : " is shown as ended, and is not"));
        }
    }
}
