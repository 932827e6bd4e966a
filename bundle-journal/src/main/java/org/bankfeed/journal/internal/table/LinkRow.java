package org.bankfeed.journal.internal.table;

import java.time.Instant;
import org.bankfeed.journal.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is kept.
 *
 * @param connection what others see
 * @param vaultOwner under which name the vault keeps its secrets: a renewed link brings new ones
 * @param noAccountsSince since when it shares no account, or {@code null}
 * @param faultSince since when it cannot be read for a fault of our own means, or {@code null}
 * @param onboarded whether the organization was seen to have given the provider all that it must
 * @param onboardingSince since when it was seen not to, or {@code null}
 */
public record LinkRow(
        Connection connection,
        String vaultOwner,
        @Nullable Instant noAccountsSince,
        @Nullable Instant faultSince,
        boolean onboarded,
        @Nullable Instant onboardingSince) {

    public String id() {
        return connection.id().value();
    }

    public String feed() {
        return connection.feed();
    }

    public boolean is(Connection.State state) {
        return connection.state() == state;
    }

    /** Whether it is worth trying: it stands, or may stand again without anybody's doing. */
    public boolean isReadable() {
        return is(Connection.State.CONNECTED) || connection.cause() == Connection.Cause.BLOCKED;
    }

    /** How a person knows it: the organization's name, else the feed's. */
    public String called() {
        var organization = connection.organization();
        String name = organization == null ? null : organization.name();
        return name == null ? connection.feed() : name + " (" + connection.feed() + ")";
    }
}
