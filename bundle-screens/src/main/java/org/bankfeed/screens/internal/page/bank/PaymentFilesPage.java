package org.bankfeed.screens.internal.page.bank;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.journal.Account;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.FilePaymentRow;
import org.bankfeed.screens.internal.view.PaymentFileRow;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Payment files that were sent to the bank: announced, and how their payments stand. */
public final class PaymentFilesPage {

    private static final String PATH = "/bank/files";
    private static final int FILES = 50;
    private static final int PAYMENTS = 200;
    private static final int DOCUMENTS = 500;

    /** So many double payments are told one by one. */
    private static final int TOLD = 5;

    private final Rooms rooms;

    public PaymentFilesPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer list(Visit visit) throws LedgerUnavailableException {
        return list(visit, 200, null);
    }

    private Answer list(Visit visit, int status, @Nullable Message problem) throws LedgerUnavailableException {
        Page<PaymentFile> page = files().files(visit.caller(), status == 200 ? place(visit) : null, FILES);
        Map<String, @Nullable Object> model = model(visit);
        model.put("files", page.items().stream().map(PaymentFileRow::of).toList());
        model.put("next", page.next() == null ? null : PATH + "?after=" + page.next());
        model.put("problem", problem);
        return new Answer.Page(status, "bank-files.ftlh", model);
    }

    public Answer announce(Visit visit) throws LedgerUnavailableException {
        try (InputStream file = visit.parameters().file("file", Message.of("files.the-payment-file"))) {
            PaymentFiles.Receipt receipt = files().announce(visit.caller(), file, ours(visit));
            PaymentFile announced = receipt.file();
            if (!receipt.known()) {
                rooms.matching().work(visit.caller());
            }
            Message done = receipt.known()
                    ? Message.of("files.known", announced.announcedBy())
                    : Message.of("files.done", announced.payments());
            say(visit, done, receipt.twice());
            return new Answer.See(PaymentFileRow.path(announced.messageId()));
        } catch (RefusedException e) {
            return list(visit, 400, Message.of("files.not-announced", e.said()));
        } catch (InvoiceEntry.Refused e) {
            return list(visit, 400, Message.of("files.not-announced", Words.said(e)));
        } catch (IOException e) {
            return list(visit, 400, Message.of("files.not-announced", Message.of("files.not-whole")));
        }
    }

    /** Says what was done, and which payments somebody has to stop at the bank. */
    private static void say(Visit visit, Message done, List<PaymentFiles.PaidTwice> twice) {
        if (twice.isEmpty()) {
            visit.say(done);
            return;
        }
        List<Message> said = new ArrayList<>(List.of(done));
        List<PaymentFiles.PaidTwice> pairs = pairs(twice);
        pairs.stream()
                .limit(TOLD)
                .forEach(one -> said.add(Message.of(
                        one.executed() ? "files.twice-paid" : "files.twice",
                        called(one.payment(), one.other()),
                        one.payment().amount().abs(),
                        one.number(),
                        called(one.other(), one.payment()))));
        if (pairs.size() > TOLD) {
            said.add(Message.of("files.twice-more", pairs.size() - TOLD));
        }
        visit.warn(Message.all(said.toArray()));
    }

    /** Of two payments of one file each is double beside the other: it is said once. */
    private static List<PaymentFiles.PaidTwice> pairs(List<PaymentFiles.PaidTwice> twice) {
        Set<List<String>> seen = new HashSet<>();
        List<PaymentFiles.PaidTwice> pairs = new ArrayList<>();
        for (PaymentFiles.PaidTwice one : twice) {
            String document = one.document().value();
            boolean mirrored =
                    seen.contains(List.of(one.other().id(), one.payment().id(), document));
            if (!mirrored) {
                pairs.add(one);
                seen.add(List.of(one.payment().id(), one.other().id(), document));
            }
        }
        return pairs;
    }

    /** By its end-to-end id, which the list shows, if that tells it from the other one. */
    private static String called(AnnouncedPayment payment, AnnouncedPayment other) {
        String id = payment.endToEndId();
        return id == null || id.equals(other.endToEndId()) ? payment.id() : id;
    }

    private List<AccountReference> ours(Visit visit) {
        return rooms.journal().accounts(visit.caller()).stream()
                .map(Account::reference)
                .toList();
    }

    public Answer show(Visit visit) throws LedgerUnavailableException {
        PaymentFile file = file(visit);
        Page<FilePayment> page = files().payments(visit.caller(), file.messageId(), place(visit), PAYMENTS);
        Map<String, @Nullable Object> model = model(visit);
        model.put("row", PaymentFileRow.of(file));
        Map<DocumentId, InvoiceView> documents = documents(visit, page.items());
        model.put(
                "payments",
                page.items().stream()
                        .map(one -> FilePaymentRow.of(one, documents))
                        .toList());
        model.put("next", page.next() == null ? null : PaymentFileRow.path(file.messageId()) + "&after=" + page.next());
        return Answer.Page.of("bank-file.ftlh", model);
    }

    /** What the payments pay; empty while the matching is away. */
    private Map<DocumentId, InvoiceView> documents(Visit visit, List<FilePayment> payments) {
        Set<DocumentId> named = new LinkedHashSet<>();
        payments.forEach(one -> named.addAll(one.announced().documents()));
        List<DocumentId> asked = named.stream().limit(DOCUMENTS).toList();
        return new BankLines(rooms, visit.caller())
                .matching()
                .map(matching -> matching.invoices(visit.caller(), asked))
                .orElse(Map.of());
    }

    public Answer withdraw(Visit visit) throws LedgerUnavailableException {
        return act(visit, files()::withdraw, "files.done-withdrawn");
    }

    public Answer announceAgain(Visit visit) throws LedgerUnavailableException {
        return act(visit, files()::announceAgain, "files.done-again");
    }

    /** What is done with payments of a file; how many it was done with. */
    @FunctionalInterface
    private interface Act {
        int on(Caller caller, String messageId, Collection<String> payments)
                throws InvoiceEntry.Refused, LedgerUnavailableException;
    }

    private Answer act(Visit visit, Act act, String done) throws LedgerUnavailableException {
        PaymentFile file = file(visit);
        List<String> payments = visit.parameters().text("payment").map(List::of).orElse(List.of());
        try {
            int count = act.on(visit.caller(), file.messageId(), payments);
            rooms.matching().work(visit.caller());
            if (count == 0) {
                visit.warn(Message.of("files.nothing-done"));
            } else {
                visit.say(Message.of(done, count));
            }
        } catch (InvoiceEntry.Refused e) {
            visit.warn(Message.of("form.unchanged", Words.said(e)));
        }
        return new Answer.See(PaymentFileRow.path(file.messageId()));
    }

    private PaymentFile file(Visit visit) throws LedgerUnavailableException {
        String id = visit.parameters().needed("id", Message.of("files.the-file"));
        return files().file(visit.caller(), id)
                .orElseThrow(() -> RefusedException.notFound(
                        Message.of("files.none", visit.caller().company().value())));
    }

    private static @Nullable String place(Visit visit) {
        String after = visit.parameters().textOrNull("after");
        if (after != null && !after.matches("\\d{1,18}")) {
            throw RefusedException.malformed(Message.of("files.no-place"));
        }
        return after;
    }

    private Map<String, @Nullable Object> model(Visit visit) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("doubts", rooms.journal().doubts(visit.caller()).size());
        model.put("may", visit.caller().may(Role.BOOKKEEPER));
        return model;
    }

    private PaymentFiles files() {
        return rooms.paymentFiles().orElseThrow(() -> new RefusedException(404, Message.of("files.not-here")));
    }
}
