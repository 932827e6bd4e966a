package org.bankfeed.journal;

import java.net.URI;

/** What comes next when a person wants to connect. */
public sealed interface ConnectStep {

    /** Send the browser there; it comes back with a query for {@link BankJournal#returned}. */
    record Visit(ConnectionId connection, URI page) implements ConnectStep {}

    /** Connected already: this way needs no person at the provider. */
    record Connected(Connection connection) implements ConnectStep {}
}
