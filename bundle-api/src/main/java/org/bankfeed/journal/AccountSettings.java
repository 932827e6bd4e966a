package org.bankfeed.journal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an account.
 *
 * @param active whether it is read and matched
 * @param countFrom lines executed before this day never go to matching; {@code null} for all
 * @param hostAccount the ERP's id of the account, or {@code null}
 */
public record AccountSettings(
        boolean active,
        @Nullable LocalDate countFrom,
        @Nullable String hostAccount) {}
