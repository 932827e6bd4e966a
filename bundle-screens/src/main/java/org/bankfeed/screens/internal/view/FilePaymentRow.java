package org.bankfeed.screens.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.FilePayment.State;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a payment file as a page says it.
 *
 * @param tone the colour of its state
 * @param word its state
 * @param documents what it pays
 * @param line where the bank line is that carried it out, or {@code null}
 */
public record FilePaymentRow(
        FilePayment payment,
        String tone,
        Message word,
        List<LineDocument> documents,
        @Nullable String line) {

    public FilePaymentRow {
        documents = List.copyOf(documents);
    }

    /** @param known documents by id; of one that is not among them its id is shown */
    public static FilePaymentRow of(FilePayment payment, Map<DocumentId, InvoiceView> known) {
        String transaction = payment.transaction();
        return new FilePaymentRow(
                payment,
                toneOf(payment.state()),
                wordOf(payment.state()),
                payment.announced().documents().stream()
                        .map(id -> LineDocument.of(id, known.get(id)))
                        .toList(),
                transaction == null ? null : "/bank/line?id=" + URLEncoder.encode(transaction, StandardCharsets.UTF_8));
    }

    static String toneOf(State state) {
        return switch (state) {
            case ANNOUNCED -> "calm";
            case EXECUTED, SETTLED -> "good";
            case LAPSED -> "warn";
            case WITHDRAWN -> "";
        };
    }

    public static Message wordOf(State state) {
        return Message.of(
                switch (state) {
                    case ANNOUNCED -> "files.announced";
                    case EXECUTED -> "files.executed";
                    case SETTLED -> "files.settled";
                    case LAPSED -> "files.lapsed";
                    case WITHDRAWN -> "files.withdrawn";
                });
    }

    /** Whether it can be withdrawn. */
    public boolean mayWithdraw() {
        return payment.state() == State.ANNOUNCED || payment.state() == State.LAPSED;
    }

    /** Whether a withdrawal can be taken back. */
    public boolean mayAnnounceAgain() {
        return payment.state() == State.WITHDRAWN;
    }
}
