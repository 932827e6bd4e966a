package org.bankfeed.screens.internal.view;

import java.util.Objects;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Evidence;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** What a line is that pays no invoice, in a word or two. */
public final class NoInvoiceWords {

    private NoInvoiceWords() {}

    /** Of a line as it was decided; {@code null} if it may pay an invoice, or if nothing says what it is instead. */
    public static @Nullable Message of(@Nullable Decision decision) {
        return decision == null || decision.state() != Decision.State.NOT_AN_INVOICE
                ? null
                : decision.evidence().stream()
                        .map(NoInvoiceWords::of)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Message of(Evidence reason) {
        return switch (reason.code()) {
            case OWN_TRANSFER -> Message.of("kind.none.transfer");
            case PROVIDER_PAYOUT -> Message.of("kind.none.payout");
            case BANK_CHARGES -> Message.of("kind.none.charges");
            case INTEREST -> Message.of("kind.none.interest");
            case TAXES -> Message.of("kind.none.taxes");
            case WAGES -> Message.of("kind.none.wages");
            case CASH, CASH_AT_COUNTER -> Message.of("kind.none.cash");
            case OWN_CARD -> Message.of("kind.none.card");
            case CARD_TAKINGS -> Message.of("kind.none.takings");
            // in the words of the company's own rule
            case RULE_NOT_AN_INVOICE ->
                Message.told(((Argument.Text) reason.arguments().get(1)).text());
            default -> null;
        };
    }
}
