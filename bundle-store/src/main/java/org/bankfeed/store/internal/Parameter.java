package org.bankfeed.store.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** One value on its way into a statement; it shows itself nowhere. */
record Parameter(@Nullable Object value) implements Argument {

    Parameter {
        if (value != null && !isKnown(value)) {
            throw new IllegalArgumentException(
                    "a statement takes no parameter of type " + value.getClass().getName());
        }
    }

    private static boolean isKnown(Object value) {
        return value instanceof String
                || value instanceof Enum<?>
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof Instant
                || value instanceof byte[];
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(position, constant.name());
        } else if (value instanceof Instant moment) {
            statement.setObject(position, moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else {
            statement.setObject(position, value);
        }
    }

    @Override
    public String toString() {
        return "?";
    }
}
