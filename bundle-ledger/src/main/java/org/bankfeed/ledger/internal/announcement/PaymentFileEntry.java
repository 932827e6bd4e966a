package org.bankfeed.ledger.internal.announcement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.ledger.internal.books.Books;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.ledger.internal.invoice.InvoiceReader;
import org.bankfeed.ledger.internal.invoice.InvoiceType;
import org.bankfeed.ledger.internal.pain.Message;
import org.bankfeed.ledger.internal.pain.MessageReader;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Announces the payments of payment files, and withdraws them. */
public final class PaymentFileEntry {

    /** Whose clock tells a person when something was: where the banks are. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** So many payments that name no document are looked at when one is entered. */
    private static final int MOST_WITHOUT = 500;

    private final Books books;
    private final Clock clock;

    public PaymentFileEntry(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    public PaymentFiles.Receipt announce(Caller caller, InputStream file, Collection<AccountReference> ours)
            throws Refused, LedgerUnavailableException, IOException {
        Message message = read(file);
        if (!ours.isEmpty()) {
            refuseOthers(message, Set.copyOf(ours));
        }
        return books.<PaymentFiles.Receipt, Refused>inTransaction(
                unit -> announce(new Entry(unit, caller, clock.instant()), message));
    }

    private static Message read(InputStream file) throws Refused, IOException {
        byte[] bytes = file.readNBytes(PaymentFiles.MOST_BYTES + 1);
        if (bytes.length > PaymentFiles.MOST_BYTES) {
            throw new Refused(Sentence.of(RefusalCode.FILE_TOO_LONG, new Count(PaymentFiles.MOST_BYTES / 1024 / 1024)));
        }
        if (bytes.length == 0) {
            throw new Refused(Sentence.of(RefusalCode.FILE_EMPTY));
        }
        return MessageReader.read(bytes);
    }

    private static void refuseOthers(Message message, Set<AccountReference> ours) throws Refused {
        for (AccountReference account : message.accounts()) {
            if (!ours.contains(account)) {
                throw new Refused(Sentence.of(RefusalCode.FILE_OF_OTHER_ACCOUNT, new Name(account.masked())));
            }
        }
    }

    private static PaymentFiles.Receipt announce(Entry entry, Message message) throws Refused {
        String digest = digest(message);
        Optional<String> known = PaymentFileTable.digest(entry, message.id());
        if (known.isEmpty()) {
            enter(entry, message, digest);
        } else if (!known.get().equals(digest)) {
            PaymentFile before = file(entry, message.id());
            throw new Refused(Sentence.of(
                    RefusalCode.FILE_ID_USED,
                    new Name(message.id()),
                    new Moment(before.announcedAt(), ZONE),
                    new Name(before.announcedBy())));
        }
        return new PaymentFiles.Receipt(file(entry, message.id()), known.isPresent(), twice(entry, message.id()));
    }

    /** The payments of a file that pay what others cover, in its order. */
    private static List<PaymentFiles.PaidTwice> twice(Entry entry, String message) {
        List<FilePayment> sharing = AnnouncedTable.sharingDocuments(entry, message, today(entry));
        if (sharing.size() < 2) {
            return List.of();
        }
        DoublePayments payments = new DoublePayments(
                sharing, InvoiceReader.items(entry.unit(), entry.company(), DoublePayments.documents(sharing)));
        return AnnouncedTable.ofFile(
                        entry.unit(), entry.caller().company(), message, 0, Integer.MAX_VALUE, today(entry))
                .stream()
                .filter(PaymentFileEntry::isComing)
                .flatMap(payment -> payments.of(payment).stream())
                .limit(PaymentFiles.MOST_TWICE)
                .toList();
    }

    private static boolean isComing(FilePayment payment) {
        return payment.state() == FilePayment.State.ANNOUNCED || payment.state() == FilePayment.State.SETTLED;
    }

    private static PaymentFile file(Entry entry, String message) {
        return PaymentFileTable.one(entry.unit(), entry.caller().company(), message, today(entry))
                .orElseThrow();
    }

    private static void enter(Entry entry, Message message, String digest) throws Refused {
        Map<AnnouncedPayment, Message.Payment> payments = announced(entry, message);
        long number = entry.numbers(1);
        PaymentFileTable.insert(entry, message, digest, number);
        AnnouncedTable.insert(entry, message.id(), payments);
        entry.audit(
                "announce file",
                message.id(),
                "Announced the " + payments.size() + " payments of file " + message.id() + ".");
    }

    private static Map<AnnouncedPayment, Message.Payment> announced(Entry entry, Message message) throws Refused {
        PaidDocuments documents = documents(entry, message.kind());
        Map<AnnouncedPayment, Message.Payment> announced = new LinkedHashMap<>();
        for (Message.Payment payment : message.payments()) {
            if (Rows.isTooLarge(payment.amount())) {
                throw new Refused(Sentence.of(RefusalCode.AMOUNT_TOO_LARGE, new Amount(payment.amount())));
            }
            AnnouncedPayment one = new AnnouncedPayment(
                    message.id() + "/" + (announced.size() + 1),
                    payment.endToEndId(),
                    payment.amount(),
                    payment.day(),
                    documents.of(
                            payment.amount(),
                            payment.day(),
                            payment.counterparty(),
                            payment.account(),
                            texts(payment.endToEndId(), payment.remittance())),
                    payment.batch(),
                    message.id());
            announced.put(one, payment);
        }
        return announced;
    }

    private static List<String> texts(@Nullable String endToEndId, String remittance) {
        return endToEndId == null ? List.of(remittance) : List.of(remittance, endToEndId);
    }

    /** What a file of some kind may pay: what is open, and what was settled lately, for a file that comes late. */
    private static PaidDocuments documents(Entry entry, PaymentFile.Kind kind) {
        boolean transfers = kind == PaymentFile.Kind.CREDIT_TRANSFERS;
        Set<InvoiceType> types = transfers
                ? Set.of(InvoiceType.PURCHASE_INVOICE, InvoiceType.PURC_RTN_INVOICE, InvoiceType.CUST_RTN_INVOICE)
                : Set.of(InvoiceType.SALES_INVOICE, InvoiceType.CUST_RTN_INVOICE);
        return new PaidDocuments(
                transfers ? Flow.OUT : Flow.IN,
                InvoiceReader.payable(
                        entry.unit(), entry.company(), types, today(entry).minusDays(AnnouncedTable.DAYS_UNDER_WAY)));
    }

    /** A document was entered: payments under way that named none may pay it. */
    public static void documentCame(Entry entry, DocumentId id) {
        List<FilePayment> without = AnnouncedTable.withoutDocuments(entry, today(entry), MOST_WITHOUT);
        if (without.isEmpty()) {
            return;
        }
        List<OpenItem> came = InvoiceReader.items(entry.unit(), entry.company(), List.of(id));
        for (PaymentFile.Kind kind : PaymentFile.Kind.values()) {
            Flow flow = kind == PaymentFile.Kind.CREDIT_TRANSFERS ? Flow.OUT : Flow.IN;
            PaidDocuments only = new PaidDocuments(flow, came);
            List<FilePayment> naming = without.stream()
                    .filter(payment -> Flow.of(payment.announced().amount()) == flow && only.isNamedBy(texts(payment)))
                    .toList();
            if (!naming.isEmpty()) {
                PaidDocuments all = documents(entry, kind);
                naming.forEach(payment -> AnnouncedTable.pays(
                        entry,
                        payment.announced().id(),
                        all.of(
                                payment.announced().amount(),
                                payment.announced().expected(),
                                payment.counterparty(),
                                payment.account(),
                                texts(payment))));
            }
        }
    }

    private static List<String> texts(FilePayment payment) {
        String text = payment.text();
        return texts(payment.announced().endToEndId(), text == null ? "" : text);
    }

    /** What a file says, so that the same one is known however it was written. */
    private static String digest(Message message) {
        String all = message.payments().stream()
                .map(payment -> String.join(
                        "\t",
                        String.valueOf(payment.endToEndId()),
                        payment.amount().toString(),
                        payment.day().toString(),
                        payment.ours().value(),
                        payment.counterparty(),
                        payment.remittance()))
                .collect(Collectors.joining("\n", message.kind() + "\n", ""));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done with one payment; whether anything was. */
    @FunctionalInterface
    private interface Act {
        boolean on(Entry entry, String payment);
    }

    public int withdraw(Caller caller, String message, Collection<String> payments)
            throws Refused, LedgerUnavailableException {
        return each(
                caller, message, payments, "Withdrew", (entry, id) -> AnnouncedTable.withdraw(entry, id, today(entry)));
    }

    public int announceAgain(Caller caller, String message, Collection<String> payments)
            throws Refused, LedgerUnavailableException {
        return each(caller, message, payments, "Announced again", AnnouncedTable::announceAgain);
    }

    private int each(Caller caller, String message, Collection<String> payments, String done, Act act)
            throws Refused, LedgerUnavailableException {
        return books.<Integer, Refused>inTransaction(unit -> {
            Entry entry = new Entry(unit, caller, clock.instant());
            if (PaymentFileTable.digest(entry, message).isEmpty()) {
                throw new Refused(Sentence.of(RefusalCode.NO_FILE, new Name(message), new Name(entry.company())));
            }
            int count = 0;
            for (String id : chosen(entry, message, payments)) {
                count += act.on(entry, id) ? 1 : 0;
            }
            if (count > 0) {
                entry.audit("withdraw payment", message, done + " " + count + " payments of file " + message + ".");
            }
            return count;
        });
    }

    private static Collection<String> chosen(Entry entry, String message, Collection<String> payments) throws Refused {
        List<String> all = new ArrayList<>();
        AnnouncedTable.ofFile(entry.unit(), entry.caller().company(), message, 0, Integer.MAX_VALUE, today(entry))
                .forEach(payment -> all.add(payment.announced().id()));
        Set<String> unknown = new HashSet<>(payments);
        all.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new Refused(Sentence.of(
                    RefusalCode.NO_PAYMENT_IN_FILE, new Name(message), new Name(new TreeSet<>(unknown).first())));
        }
        return payments.isEmpty() ? all : new TreeSet<>(payments);
    }

    private static LocalDate today(Entry entry) {
        return entry.at().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
