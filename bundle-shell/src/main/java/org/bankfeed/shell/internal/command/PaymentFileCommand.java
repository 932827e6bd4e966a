package org.bankfeed.shell.internal.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** What the commands around payment files have in common. */
abstract class PaymentFileCommand extends BankCommand {

    @Reference(optional = true)
    @Nullable
    PaymentFiles files;

    @Override
    final void run(Caller caller) throws Exception {
        PaymentFiles present = files;
        if (present == null) {
            throw new CommandException("Payment files are not announced here: the ERP tells itself what it sent to the"
                    + " bank, or the feature bankfeed-ledger is not installed");
        }
        try {
            run(caller, present);
        } catch (InvoiceEntry.Refused e) {
            throw new CommandException(sentence(e), e);
        }
    }

    abstract void run(Caller caller, PaymentFiles files) throws Exception;

    /** {@code 12 announced, 3 executed}. */
    static String states(PaymentFile file) {
        return Arrays.stream(FilePayment.State.values())
                .filter(state -> file.in(state) > 0)
                .map(state -> file.in(state) + " " + word(state))
                .collect(Collectors.joining(", "));
    }

    static String word(FilePayment.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String totals(PaymentFile file) {
        return file.totals().stream().map(Money::toString).collect(Collectors.joining(", "));
    }

    static String accounts(PaymentFile file) {
        return file.accounts().stream().map(account -> account.masked()).collect(Collectors.joining(", "));
    }

    static Json.Fields fields(PaymentFile file) {
        return new Json.Fields()
                .put("messageId", file.messageId())
                .put("kind", file.kind())
                .put(
                        "accounts",
                        file.accounts().stream()
                                .map(account -> account.masked())
                                .toList())
                .put("expected", file.expected())
                .put("announcedAt", file.announcedAt())
                .put("announcedBy", file.announcedBy())
                .put("payments", file.payments())
                .put("totals", file.totals().stream().map(Money::toString).toList())
                .put(
                        "states",
                        file.states().entrySet().stream()
                                .collect(
                                        Collectors.toMap(state -> state.getKey().name(), Map.Entry::getValue)));
    }

    static Map<String, @Nullable Object> json(FilePayment payment) {
        return new Json.Fields()
                .put("id", payment.announced().id())
                .put("endToEndId", payment.announced().endToEndId())
                .put("batch", payment.announced().batch())
                .put("amount", payment.announced().amount().decimal())
                .put("currency", payment.announced().amount().currency())
                .put("expected", payment.announced().expected())
                .put("counterparty", payment.counterparty())
                .put(
                        "account",
                        payment.account() == null ? null : payment.account().masked())
                .put("text", payment.text() == null ? null : Masking.of(payment.text()))
                .put(
                        "documents",
                        payment.announced().documents().stream()
                                .map(Object::toString)
                                .toList())
                .put("state", payment.state())
                .put("since", payment.since())
                .put("by", payment.by())
                .put("transaction", payment.transaction())
                .map();
    }
}
