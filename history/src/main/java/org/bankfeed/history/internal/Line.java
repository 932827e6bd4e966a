package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryTransaction;
import org.jspecify.annotations.Nullable;

/** A bank line in the making, and which documents it truly settles. */
final class Line {

    private final Kind kind;
    private final OwnAccount account;
    private final BigDecimal amount;
    private final List<HistoryApplication> applications = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String reference;
    private @Nullable Remittance remittance;
    private String code = "PMNT-RCDT-ESCT";
    private String endToEnd = "NOTPROVIDED";
    private @Nullable String mandate;
    private @Nullable String creditor;
    private @Nullable String description;
    private int valueDays;

    /** What the line truly is; nobody who reads the history is told. */
    enum Kind {
        STRUCTURED,
        STRUCTURED_IN_TEXT,
        NUMBER,
        NUMBER_DEFORMED,
        NUMBER_SHORT,
        VAGUE,
        SILENT,
        SEVERAL,
        LESS_CREDIT_NOTE,
        PARTIAL,
        OVERPAID,
        PAID_TWICE,
        DISCOUNT,
        HELD_BACK,
        RELEASED,
        WITHHELD,
        ROUNDED,
        FOREIGN_FEE,
        ALREADY_BOOKED,
        COLLECTED,
        RETURNED,
        REFUND,
        PURCHASE,
        PURCHASE_COLLECTED,
        SUPPLIER_REFUND,
        SALARY,
        TAX,
        BANK_FEE,
        INTEREST,
        CARD,
        CARD_SALES,
        OWN_TRANSFER,
        STRAY
    }

    Line(Kind kind, OwnAccount account, BigDecimal amount) {
        this.kind = kind;
        this.account = account;
        this.amount = amount;
    }

    Line with(@Nullable String counterpartName, @Nullable String counterpartReference) {
        name = counterpartName;
        reference = counterpartReference;
        return this;
    }

    Line saying(Remittance words) {
        remittance = words;
        return this;
    }

    Line coded(String bankTransactionCode) {
        code = bankTransactionCode;
        return this;
    }

    Line endToEnd(String id) {
        endToEnd = id;
        return this;
    }

    Line underMandate(String mandateId, @Nullable String creditorId) {
        mandate = mandateId;
        creditor = creditorId;
        return this;
    }

    Line described(String words) {
        description = words;
        return this;
    }

    Line valuedAfter(int days) {
        valueDays = days;
        return this;
    }

    /** Settles part of a document with this line, with or without cash beside it. */
    Line settling(OpenDocument document, BigDecimal cash, @Nullable BigDecimal writeOff) {
        HistoryApplication application =
                new HistoryApplication(document.invoice().id(), cash, writeOff);
        document.settle(application.settles());
        applications.add(application);
        return this;
    }

    /** Settles all that is open of a document. */
    Line settling(OpenDocument document) {
        return settling(document, document.left(), null);
    }

    Kind kind() {
        return kind;
    }

    OwnAccount account() {
        return account;
    }

    BigDecimal amount() {
        return amount;
    }

    List<HistoryApplication> applications() {
        return List.copyOf(applications);
    }

    HistoryTransaction booked(String id, LocalDate day) {
        return new HistoryTransaction(
                id,
                account.iban(),
                day,
                day.plusDays(valueDays),
                amount,
                account.currency(),
                name,
                reference,
                remittance == null ? null : remittance.text(),
                remittance == null ? null : remittance.type(),
                code,
                endToEnd,
                mandate,
                creditor,
                description,
                null,
                null);
    }
}
