package org.bankfeed.simulator.internal.bank;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ponto asked a bank for one account's details or transactions.
 *
 * @param updatedLines the ids of the lines that it changed
 * @param updatedPending the ids of the pending lines that it brought
 * @param failure why it ended in an error; null if it did not
 */
public record Synchronization(
        String id,
        String accountId,
        Subtype subtype,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        List<String> updatedLines,
        List<String> updatedPending,
        @Nullable Failure failure) {

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

    /** Why one fails. */
    public enum Failure {
        /** The bank does not accept the authorization any more. */
        AUTHORIZATION,
        /** The bank's own machines fail. */
        BANK
    }

    /** How far it is. */
    public enum Status {
        PENDING,
        RUNNING,
        SUCCESS,
        ERROR
    }

    public Synchronization {
        updatedLines = List.copyOf(updatedLines);
        updatedPending = List.copyOf(updatedPending);
        if (status == Status.ERROR && failure == null) {
            failure = Failure.AUTHORIZATION; // as saved before there was another
        }
    }

    static Synchronization begun(String id, String accountId, Subtype subtype, Instant at) {
        return new Synchronization(id, accountId, subtype, Status.PENDING, at, at, List.of(), List.of(), null);
    }

    Synchronization now(Status newStatus, Instant at) {
        return new Synchronization(
                id, accountId, subtype, newStatus, createdAt, at, updatedLines, updatedPending, failure);
    }

    Synchronization failed(Failure why, Instant at) {
        return new Synchronization(
                id, accountId, subtype, Status.ERROR, createdAt, at, updatedLines, updatedPending, why);
    }

    Synchronization with(List<String> lines, List<String> pending) {
        return new Synchronization(id, accountId, subtype, status, createdAt, updatedAt, lines, pending, failure);
    }
}
