package org.bankfeed.screens.internal.view;

import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line settles, or would settle, of one document.
 *
 * @param document which
 * @param amount what it consumes; negative where an earlier payment is taken back
 * @param writeOff settled beside it without cash, or {@code null} for none
 * @param setOff whether it goes against the line, as what the payer keeps back for it does
 * @param takesBack the line that is taken back, or {@code null}
 */
public record LineShare(
        LineDocument document,
        Money amount,
        @Nullable Money writeOff,
        boolean setOff,
        @Nullable LineLink takesBack) {}
