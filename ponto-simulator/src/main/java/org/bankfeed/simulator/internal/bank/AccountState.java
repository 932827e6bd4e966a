package org.bankfeed.simulator.internal.bank;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account must remember over a restart; its lines are in the history.
 *
 * @param authorizedAt null as long as nobody has linked it
 * @param lastRun the last of Ponto's own runs that counted
 * @param linesAt when its lines were last synchronized with success
 * @param entered lines entered by hand that are shown, by creation
 * @param waiting lines entered by hand that wait for the next synchronization
 * @param changed texts and amounts changed by hand that are shown, by line
 * @param lapsedAt when the bank took the consent back before its time
 * @param generation how often it got new ids
 * @param changing texts and amounts changed by hand that wait, by line
 */
record AccountState(
        @Nullable Instant authorizedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastRun,
        @Nullable Instant linesAt,
        @Nullable Instant balanceChangedAt,
        @Nullable Synchronization lastDetails,
        @Nullable Synchronization lastTransactions,
        List<Entered> entered,
        List<BankLine> waiting,
        Map<String, Changed> changed,
        Map<String, Map<String, String>> changing,
        @Nullable Instant lapsedAt,
        int generation,
        boolean deprecated) {

    /** A line entered by hand and where it stands in the order of creation. */
    record Entered(int position, BankLine line) {}

    /** Texts that replaced those of the history. */
    record Changed(Map<String, String> texts, Instant at) {}
}
