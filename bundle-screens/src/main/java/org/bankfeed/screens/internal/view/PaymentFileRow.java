package org.bankfeed.screens.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bankfeed.invoice.FilePayment.State;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.screens.internal.words.Message;

/**
 * A payment file as a page says it.
 *
 * @param kind what its payments are
 * @param path of its own page
 * @param states how many of its payments stand in each state, for those that there are
 */
public record PaymentFileRow(PaymentFile file, Message kind, String path, List<Count> states) {

    /** So many payments in a state. */
    public record Count(String tone, Message word, long payments) {}

    public static PaymentFileRow of(PaymentFile file) {
        return new PaymentFileRow(
                file,
                Message.of(out(file) ? "files.transfers" : "files.debits"),
                path(file.messageId()),
                Arrays.stream(State.values())
                        .filter(state -> file.in(state) > 0)
                        .map(state ->
                                new Count(FilePaymentRow.toneOf(state), FilePaymentRow.wordOf(state), file.in(state)))
                        .toList());
    }

    public static String path(String messageId) {
        return "/bank/files/file?id=" + URLEncoder.encode(messageId, StandardCharsets.UTF_8);
    }

    private static boolean out(PaymentFile file) {
        return file.kind() == PaymentFile.Kind.CREDIT_TRANSFERS;
    }

    /** Whether its money goes out. */
    public boolean out() {
        return out(file);
    }

    /** Whether some of its payments can be withdrawn. */
    public boolean mayWithdraw() {
        return file.in(State.ANNOUNCED) + file.in(State.LAPSED) > 0;
    }

    /** Whether withdrawals of it can be taken back. */
    public boolean mayAnnounceAgain() {
        return file.in(State.WITHDRAWN) > 0;
    }
}
