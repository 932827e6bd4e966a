package org.bankfeed.screens.internal.page.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.invoice.Retention;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** What was typed of the parts that are held back; each is optional. For one request. */
final class RetentionFields {

    private final InvoiceForm form;
    private final List<Retention> retentions = new ArrayList<>(3);

    RetentionFields(InvoiceForm form) {
        this.form = form;
    }

    /** The parts; what is not as it must be is said beside its field. */
    List<Retention> read(Money total, @Nullable LocalDate issued) {
        part(Retention.Kind.GUARANTEE, "guarantee", total, due(issued));
        part(Retention.Kind.SOCIAL_DEBT, "social-debt", total, null);
        part(Retention.Kind.TAX_DEBT, "tax-debt", total, null);
        Money held = retentions.stream().map(Retention::amount).reduce(Money.zero(total.currency()), Money::plus);
        if (held.compareTo(total) > 0) {
            form.refuse("guarantee", Message.of("new.held-too-much", held, total));
        }
        return retentions;
    }

    private @Nullable LocalDate due(@Nullable LocalDate issued) {
        LocalDate due = form.tried("guarantee-due", () -> form.parameters()
                .day("guarantee-due", Message.of("new.the-release"))
                .orElse(null));
        if (due != null && issued != null && due.isBefore(issued)) {
            form.refuse("guarantee-due", Message.of("new.release-early"));
        }
        return due;
    }

    private void part(Retention.Kind kind, String field, Money total, @Nullable LocalDate due) {
        Retention read = form.tried(field, () -> form.parameters()
                .amount(field, Message.of("new.the-held"), total.currency())
                .map(amount -> new Retention(kind, money(amount, total), due))
                .orElse(null));
        if (read != null) {
            retentions.add(read);
        }
    }

    private static Money money(BigDecimal amount, Money total) {
        if (amount.signum() <= 0) {
            throw RefusedException.malformed(Message.of("new.held-positive"));
        }
        try {
            return new Money(amount, total.currency());
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(
                    Message.of("new.held-decimals", total.currency().getCurrencyCode()));
        }
    }
}
