package org.bankfeed.store.internal.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.bankfeed.store.Row;
import org.bankfeed.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The current row of a result set. */
public final class ResultRow implements Row {

    private final ResultSet result;

    public ResultRow(ResultSet result) {
        this.result = result;
    }

    @Override
    public String text(String column) {
        return present(column, textOrNull(column));
    }

    @Override
    public @Nullable String textOrNull(String column) {
        return read(column, () -> result.getString(column));
    }

    @Override
    public int integer(String column) {
        return present(column, read(column, () -> unlessNull(result.getInt(column))));
    }

    @Override
    public long number(String column) {
        return present(column, read(column, () -> unlessNull(result.getLong(column))));
    }

    @Override
    public boolean flag(String column) {
        return present(column, read(column, () -> unlessNull(result.getBoolean(column))));
    }

    @Override
    public BigDecimal decimal(String column) {
        return present(column, decimalOrNull(column));
    }

    @Override
    public @Nullable BigDecimal decimalOrNull(String column) {
        return read(column, () -> result.getBigDecimal(column));
    }

    @Override
    public LocalDate date(String column) {
        return present(column, dateOrNull(column));
    }

    @Override
    public @Nullable LocalDate dateOrNull(String column) {
        return read(column, () -> result.getObject(column, LocalDate.class));
    }

    @Override
    public Instant instant(String column) {
        return present(column, instantOrNull(column));
    }

    @Override
    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime moment = read(column, () -> result.getObject(column, OffsetDateTime.class));
        return moment == null ? null : moment.toInstant();
    }

    @Override
    public byte[] bytes(String column) {
        return present(column, read(column, () -> result.getBytes(column)));
    }

    private <T> @Nullable T unlessNull(T value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new StoreException("Column " + column + " is null where a value is demanded", null);
        }
        return value;
    }

    private static <T> @Nullable T read(String column, Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw new StoreException("Column " + column + " cannot be read: no such column, or of another type", e);
        }
    }

    @FunctionalInterface
    private interface Getter<T> {
        @Nullable
        T get() throws SQLException;
    }
}
