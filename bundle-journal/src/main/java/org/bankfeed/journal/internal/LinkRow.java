package org.bankfeed.journal.internal;

import java.time.Instant;
import org.bankfeed.journal.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is kept.
 *
 * @param connection what others see
 * @param vaultOwner under which name the vault keeps its secrets: a renewed link brings new ones
 * @param noAccountsSince since when it shares no account, or {@code null}
 */
record LinkRow(
        Connection connection, String vaultOwner, @Nullable Instant noAccountsSince) {

    String id() {
        return connection.id().value();
    }

    String feed() {
        return connection.feed();
    }

    boolean is(Connection.State state) {
        return connection.state() == state;
    }

    /** How a person knows it: the organization's name, else the feed's. */
    String called() {
        var organization = connection.organization();
        String name = organization == null ? null : organization.name();
        return name == null ? connection.feed() : name + " (" + connection.feed() + ")";
    }
}
