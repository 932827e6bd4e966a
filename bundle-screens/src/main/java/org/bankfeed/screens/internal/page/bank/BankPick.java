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
            throw RefusedException.malformed("One line pays at most " + MOST + " documents: take some away.");
        }
    }

    private static DocumentId document(String id) {
        try {
            return new DocumentId(id);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed("The form names a document that cannot be: open the line again.");
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
            throw RefusedException.malformed("Tick at least one document, or say that the line pays no invoice.");
        }
        List<Application> applications = new ArrayList<>();
        for (DocumentId document : documents) {
            String name = called.apply(document);
            Money amount = money(typed.text("amount:" + document).orElse("0"), "The amount for " + name, currency);
            Money writeOff = money(
                    writeOff(document).isEmpty() ? "0" : writeOff(document), "The write-off on " + name, currency);
            if (amount.isZero() && writeOff.isZero()) {
                throw RefusedException.malformed(
                        "Nothing is to be paid on " + name + ": type an amount, or take its tick away.");
            }
            applications.add(new Application(document, amount, writeOff, null));
        }
        return applications;
    }

    private static Money money(String text, String called, Currency currency) {
        BigDecimal amount = Parameters.amountOf(text, called);
        if (amount.signum() < 0) {
            throw RefusedException.malformed(
                    called + " is below zero: '" + text + "'; what is set off is subtracted by itself.");
        }
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(
                    called + " has more decimals than " + currency + " knows: '" + text + "'.");
        }
    }
}
