package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;

/** Lets the lines that wait enter the log: after a first load, or when a person's settings let them count. */
public final class LogEntering {

    private LogEntering() {}

    /** All accounts that wait and have nothing left to load enter together, by bank day. */
    public static void enter(UnitOfWork unit, CompanyId company, Instant now) {
        CompanyTurn turn = CompanyTurn.take(unit, company);
        List<String> ready = AccountTable.readyToEnter(unit, company);
        if (ready.isEmpty()) {
            return;
        }
        LogTable.enterByDay(unit, turn, ready, now);
        ready.forEach(account -> AccountTable.entered(unit, company, account));
        turn.save(unit);
    }
}
