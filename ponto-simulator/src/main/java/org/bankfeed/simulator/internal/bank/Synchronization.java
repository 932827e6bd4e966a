package org.bankfeed.simulator.internal.bank;

import java.time.Instant;
import java.util.List;

/**
 * Ponto asked a bank for one account's details or transactions.
 *
 * @param updatedLines the ids of the lines that it changed
 * @param updatedPending the ids of the pending lines that it brought
 */
public record Synchronization(
        String id,
        String accountId,
        Subtype subtype,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        List<String> updatedLines,
        List<String> updatedPending) {

    /** What is asked for. */
    public enum Subtype {
        ACCOUNT_DETAILS("accountDetails"),
        TRANSACTIONS("accountTransactions"),
        TRANSACTIONS_WITH_UNSETTLED("accountTransactionsWithUnsettled");

        private final String word;

        Subtype(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** How far it is. An error always means that the bank does not accept the authorization any more. */
    public enum Status {
        PENDING,
        RUNNING,
        SUCCESS,
        ERROR
    }

    public Synchronization {
        updatedLines = List.copyOf(updatedLines);
        updatedPending = List.copyOf(updatedPending);
    }

    static Synchronization begun(String id, String accountId, Subtype subtype, Instant at) {
        return new Synchronization(id, accountId, subtype, Status.PENDING, at, at, List.of(), List.of());
    }

    Synchronization now(Status newStatus, Instant at) {
        return new Synchronization(id, accountId, subtype, newStatus, createdAt, at, updatedLines, updatedPending);
    }

    Synchronization with(List<String> lines, List<String> pending) {
        return new Synchronization(id, accountId, subtype, status, createdAt, updatedAt, lines, pending);
    }
}
