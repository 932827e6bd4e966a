package org.bankfeed.benchmarks.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;

/** A consent is announced to end from the thirtieth day before on, each day, and none ends unannounced. */
final class WarningChecks {

    private static final int FIRST = 30;
    private static final int URGENT = 7;

    private final Findings findings;

    /** Since which of the last thirty days an end could be announced, by account and end. */
    private final Map<String, LocalDate> sayable = new HashMap<>();

    private final Set<String> announced = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    WarningChecks(Findings findings) {
        this.findings = findings;
    }

    /** A look on any day, whether something was read or not. */
    void look(Shown shown, Instant now) {
        for (Account account : shown.accounts()) {
            boolean stands = shown.isRead(account);
            boolean hidden = shown.says(Kind.NO_ACCOUNTS)
                    || shown.about(account).contains(Kind.ACCOUNT_NOT_SHARED)
                    || !account.active();
            Instant ends = account.authorizationEnds();
            if (stands && !hidden && ends != null) {
                look(account, ends, shown, now);
            }
        }
    }

    private void look(Account account, Instant ends, Shown shown, Instant now) {
        String key = account.id().value() + " " + ends;
        LocalDate today = LocalDate.ofInstant(now, World.ZONE);
        long days = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(ends, World.ZONE));
        Set<Kind> said = shown.about(account);
        if (!now.isBefore(ends)) {
            LocalDate since = sayable.get(key);
            boolean couldBeTold = since != null && since.isBefore(LocalDate.ofInstant(ends, World.ZONE));
            if (couldBeTold && !announced.contains(key) && told.add(key)) {
                findings.add("a consent ended unannounced on " + ends);
            }
            return;
        }
        if (days <= FIRST) {
            sayable.putIfAbsent(key, today);
        }
        boolean saysIt = said.contains(Kind.AUTHORIZATION_ENDS);
        boolean saysMore = said.contains(Kind.AUTHORIZATION_ENDED); // the bank took it back before
        if (saysIt || saysMore) {
            announced.add(key);
        }
        if (saysIt) {
            step(account, shown, days);
        }
        if (days <= FIRST && !saysIt && !saysMore) {
            findings.add("a consent ends in " + days + " days, and nothing says so");
        } else if (days > FIRST && saysIt) {
            findings.add("a consent ends in " + days + " days, and that is told too early");
        }
    }

    private void step(Account account, Shown shown, long days) {
        for (Notice notice : shown.notices()) {
            if (notice.kind() == Kind.AUTHORIZATION_ENDS && account.id().equals(notice.account())) {
                boolean urgent = notice.gravity() == Notice.Gravity.URGENT;
                if (urgent != days <= URGENT) {
                    findings.add("a consent ends in " + days + " days, and is told as " + notice.gravity());
                }
            }
        }
    }
}
