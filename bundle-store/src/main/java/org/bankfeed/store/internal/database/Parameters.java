package org.bankfeed.store.internal.database;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Values on their way into a statement. */
public final class Parameters {

    private Parameters() {}

    /** @param index of the mark, from 1 */
    public static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Instant moment) {
            statement.setObject(index, moment(moment));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Collection<?> texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("varchar", texts(texts)));
        } else if (isKnown(value)) {
            statement.setObject(index, value);
        } else {
            throw unknown(value);
        }
    }

    /** What {@code timestamp with time zone} keeps of a moment. */
    public static OffsetDateTime moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Object[] texts(Collection<?> values) {
        for (Object value : values) {
            if (!(value instanceof String)) {
                throw unknown(value);
            }
        }
        return values.toArray();
    }

    private static boolean isKnown(Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof LocalDate;
    }

    private static IllegalArgumentException unknown(@Nullable Object value) {
        return new IllegalArgumentException("a statement takes no parameter of type "
                + (value == null ? "null in a collection" : value.getClass().getName()));
    }
}
