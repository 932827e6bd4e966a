package org.bankfeed.shell.internal.command;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.value.Money;

/**
 * What a person types to say what a line pays: {@code ID=AMOUNT} or {@code ID=AMOUNT+WRITEOFF}.
 *
 * @param document as typed: the ERP's id, or the number printed on it
 */
record Choice(String document, BigDecimal amount, BigDecimal writeOff) {

    private static final Pattern FORM = Pattern.compile("(.+)=(\\d+(?:\\.\\d+)?)(?:\\+(\\d+(?:\\.\\d+)?))?");

    static Choice read(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("--invoice is '" + text
                    + "': write ID=AMOUNT, or ID=AMOUNT+WRITEOFF, with a point before the cents");
        }
        String writeOff = form.group(3);
        return new Choice(
                form.group(1),
                new BigDecimal(form.group(2)),
                writeOff == null ? BigDecimal.ZERO : new BigDecimal(writeOff));
    }

    Application applyTo(DocumentId id, Currency currency) {
        return new Application(id, new Money(amount, currency), new Money(writeOff, currency), null);
    }
}
