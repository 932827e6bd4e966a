package org.bankfeed.access;

/** By which door a call came in; kept in the audit log. */
public enum Channel {
    SHELL,
    WEB,
    HOST,
    SCHEDULE
}
