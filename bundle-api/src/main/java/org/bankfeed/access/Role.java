package org.bankfeed.access;

/** What somebody may do. Roles do not imply one another; a person usually holds several. */
public enum Role {
    /** Sees accounts, transactions, decisions, invoices. */
    VIEWER,
    /** Confirms, rejects, undoes; enters and cancels invoices where the host allows it. */
    BOOKKEEPER,
    /** Connects and disconnects bank links, changes settings of accounts. */
    ADMINISTRATOR,
    /** A job of ours that reads, matches and books by itself. */
    JOB
}
