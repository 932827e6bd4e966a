package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;
import org.bankfeed.value.PaymentReference;

/** Belgium: ten digits and two that are the rest modulo 97, 0 written as 97; printed {@code +++010/8068/17183+++}. */
final class BelgianReference implements ReferenceScheme {

    @Override
    public String title() {
        return "Belgian structured communication (OGM/VCS)";
    }

    @Override
    public Optional<String> read(String text) {
        return PaymentReference.read(text)
                .filter(reference -> reference.scheme() == PaymentReference.Scheme.BELGIAN)
                .map(PaymentReference::compact);
    }
}
