package org.bankfeed.screens.internal.page.invoice;

import java.util.Optional;
import org.bankfeed.value.PaymentReference;

/** The payment reference of a new document. */
final class InvoiceReference {

    private static final int DIGITS = 10;

    private InvoiceReference() {}

    /** A Belgian reference made of the digits of an invoice's number, the last ten of them; empty if it has none. */
    static Optional<String> offeredFor(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        String last = digits.substring(Math.max(0, digits.length() - DIGITS));
        String base = "0".repeat(DIGITS - last.length()) + last;
        long remainder = Long.parseLong(base) % 97;
        return PaymentReference.read(base + "%02d".formatted(remainder == 0 ? 97 : remainder))
                .map(PaymentReference::printed);
    }

    /**
     * A reference as it is to be kept: with check digits in its printed form, another text as it was typed.
     *
     * @return empty if it is written as a reference with check digits, and they do not fit
     */
    static Optional<String> read(String typed) {
        Optional<PaymentReference> proven = PaymentReference.read(typed);
        if (proven.isPresent()) {
            return proven.map(PaymentReference::printed);
        }
        return PaymentReference.isMistyped(typed) ? Optional.empty() : Optional.of(typed);
    }
}
