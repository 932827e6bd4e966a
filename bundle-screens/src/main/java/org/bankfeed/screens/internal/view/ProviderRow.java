package org.bankfeed.screens.internal.view;

import org.bankfeed.journal.Account;
import org.bankfeed.journal.ProviderRecord.Agreement;
import org.bankfeed.journal.ProviderRecord.SharedAccount;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * An account in the provider's records or in ours.
 *
 * @param shared what the two say of it
 * @param account ours, or {@code null} if we do not know it
 */
public record ProviderRow(SharedAccount shared, @Nullable Account account) {

    public static ProviderRow of(SharedAccount shared, @Nullable Account account) {
        return new ProviderRow(shared, account);
    }

    public String tone() {
        return shared.agreement() == Agreement.BOTH ? "good" : "warn";
    }

    public Message word() {
        return Message.of(
                switch (shared.agreement()) {
                    case BOTH -> "provider.agreed";
                    case PROVIDER_ONLY -> "provider.only-there";
                    case NOT_SHOWN -> "provider.not-shown";
                    case HERE_ONLY -> "provider.only-here";
                });
    }
}
