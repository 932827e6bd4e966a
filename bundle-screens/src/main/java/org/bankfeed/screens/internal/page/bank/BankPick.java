package org.bankfeed.screens.internal.page.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;

/** What a person picked and typed, as it came; read only when it is to be booked. */
final class BankPick {

    private static final int MOST = 100;

    private final Parameters typed;
    private final Set<DocumentId> documents = new LinkedHashSet<>();

    BankPick(Parameters typed) {
        this.typed = typed;
        for (String id : typed.all("document")) {
            documents.add(document(id));
        }
        if (documents.size() > MOST) {
            throw RefusedException.malformed(Message.of("pick.too-many", MOST));
        }
    }

    private static DocumentId document(String id) {
        try {
            return new DocumentId(id);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("pick.no-document"));
        }
    }

    Set<DocumentId> documents() {
        return documents;
    }

    boolean ticked(DocumentId document) {
        return documents.contains(document);
    }

    /** As it was typed, or what is proposed instead if nothing was. */
    String amount(DocumentId document, String otherwise) {
        return typed.text("amount:" + document).orElse(otherwise);
    }

    String writeOff(DocumentId document) {
        return typed.text("write-off:" + document).orElse("");
    }

    /**
     * What is to be booked.
     *
     * @param called how people call a document, for what is said of a wrong amount
     */
    List<Application> applications(Currency currency, Function<DocumentId, String> called) {
        if (documents.isEmpty()) {
            throw RefusedException.malformed(Message.of("pick.nothing"));
        }
        List<Application> applications = new ArrayList<>();
        for (DocumentId document : documents) {
            String name = called.apply(document);
            Money amount =
                    money(typed.text("amount:" + document).orElse("0"), Message.of("pick.amount-for", name), currency);
            Money writeOff = money(
                    writeOff(document).isEmpty() ? "0" : writeOff(document),
                    Message.of("pick.write-off-on", name),
                    currency);
            if (amount.isZero() && writeOff.isZero()) {
                throw RefusedException.malformed(Message.of("pick.no-amount", name));
            }
            applications.add(new Application(document, amount, writeOff, null));
        }
        return applications;
    }

    private static Money money(String text, Message called, Currency currency) {
        BigDecimal amount = Parameters.amountOf(text, called, currency);
        if (amount.signum() < 0) {
            throw RefusedException.malformed(Message.of("pick.negative", called, text));
        }
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("pick.decimals", called, currency.getCurrencyCode(), text));
        }
    }
}
