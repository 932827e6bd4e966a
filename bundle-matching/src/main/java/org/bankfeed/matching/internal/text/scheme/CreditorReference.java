package org.bankfeed.matching.internal.text.scheme;

import java.util.List;
import java.util.Optional;
import org.bankfeed.value.PaymentReference;

/** Everywhere in SEPA, ISO 11649: {@code RF}, two check digits modulo 97-10, up to 21 letters and digits. */
final class CreditorReference implements ReferenceScheme {

    /** A shorter body is too likely to stand in a text for something else. */
    private static final int SHORTEST_BODY = 8;

    @Override
    public String title() {
        return "creditor reference (RF)";
    }

    @Override
    public Optional<String> read(String text) {
        return PaymentReference.read(text)
                .filter(reference -> reference.scheme() == PaymentReference.Scheme.ISO_11649)
                .map(PaymentReference::compact);
    }

    /** The body may be a national reference, and payers at home write that alone. */
    @Override
    public List<String> alsoWritten(String compact) {
        return compact.length() - 4 < SHORTEST_BODY ? List.of() : List.of(compact.substring(4));
    }
}
