package org.bankfeed.store.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class FailuresTest {

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        SQLException driver =
                new SQLException("The connection attempt failed.", "08001", new UnknownHostException("db.example"));

        assertThat(Failures.said(driver)).isEqualTo("The connection attempt failed, the host db.example is unknown");
        assertThat(Failures.said(new SQLException("password authentication failed")))
                .isEqualTo("password authentication failed");
    }
}
