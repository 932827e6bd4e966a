package org.bankfeed.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One row of a result, read by column label (upper or lower case alike). Valid only inside {@link UnitOfWork.RowReader}.
 *
 * <p>The plain getters demand a value and throw {@link StoreException} where the column is null; those that may meet
 * null say so by name. An unknown label is a {@link StoreException}.
 */
@ProviderType
public interface Row {

    String text(String column);

    @Nullable
    String textOrNull(String column);

    int integer(String column);

    long number(String column);

    boolean flag(String column);

    BigDecimal decimal(String column);

    @Nullable
    BigDecimal decimalOrNull(String column);

    LocalDate date(String column);

    @Nullable
    LocalDate dateOrNull(String column);

    Instant instant(String column);

    @Nullable
    Instant instantOrNull(String column);

    byte[] bytes(String column);
}
