package org.bankfeed.ledger.internal.pain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Makes payments of a file's elements, and proves that nothing is missing: number, sum, and what the standard demands. */
final class Instructions {

    /** What the SEPA rulebooks have written where no end-to-end id was given. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private static final int ID = 35;
    private static final int NAME = 140;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,5})?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(T.*|Z|[+-]\\d\\d:\\d\\d)?");

    private final boolean transfers;
    private final Node header;
    private final String id;
    private final List<Message.Payment> payments = new ArrayList<>();

    Instructions(PaymentFile.Kind kind, Node header) throws Refused {
        this.transfers = kind == PaymentFile.Kind.CREDIT_TRANSFERS;
        this.header = header;
        this.id = header.needed(ID, "MsgId");
        header.needed(40, "CreDtTm");
        header.needed(15, "NbOfTxs");
    }

    Message message() throws Refused {
        if (payments.isEmpty()) {
            throw header.refused(RefusalCode.FILE_WITHOUT_PAYMENT);
        }
        proveComplete(header, payments);
        return new Message(
                id, transfers ? PaymentFile.Kind.CREDIT_TRANSFERS : PaymentFile.Kind.DIRECT_DEBITS, payments);
    }

    /** What a payment information says of all its payments, and where they are collected. */
    record Part(
            Node says, @Nullable String batch, LocalDate day, AccountReference ours, List<Message.Payment> payments) {}

    /** Begins a payment information, when all is read that stands before its payments. */
    Part begin(Node says) throws Refused {
        String name = says.needed(ID, "PmtInfId");
        String method = says.needed(3, "PmtMtd");
        boolean ours = transfers ? method.equals("TRF") || method.equals("TRA") : method.equals("DD");
        if (!ours) {
            throw says.refused(RefusalCode.FILE_METHOD, new Text(method));
        }
        String we = transfers ? "Dbtr" : "Cdtr";
        if (says.at(we).isEmpty()) {
            throw says.missing(we);
        }
        boolean single = says.text("BtchBookg").filter("false"::equals).isPresent();
        return new Part(says, single ? null : name, day(says), ours(says), new ArrayList<>());
    }

    /** Takes the next payment of a payment information. */
    void take(Part part, Node transaction) throws Refused {
        part.payments().add(payment(part, transaction));
        if (payments.size() + part.payments().size() > MessageReader.MOST_PAYMENTS) {
            throw new Refused(Sentence.of(RefusalCode.FILE_OF_TOO_MANY, new Count(MessageReader.MOST_PAYMENTS)));
        }
    }

    /** Ends a payment information. */
    void end(Part part) throws Refused {
        if (part.payments().isEmpty()) {
            throw part.says().missing(transfers ? "CdtTrfTxInf" : "DrctDbtTxInf");
        }
        proveComplete(part.says(), part.payments());
        payments.addAll(part.payments());
    }

    private LocalDate day(Node part) throws Refused {
        String name = transfers ? "ReqdExctnDt" : "ReqdColltnDt";
        Node at = part.at(name).orElseThrow(() -> part.missing(name));
        Optional<String> said = at.text("Dt").or(() -> at.text("DtTm")).or(at::text);
        String text = said.orElseThrow(() -> part.missing(name));
        Matcher form = DAY.matcher(text);
        try {
            if (form.matches()) {
                return LocalDate.parse(form.group(1));
            }
        } catch (DateTimeException e) {
            // a form that is right and a day that is none, such as 31 June
        }
        throw at.refused(RefusalCode.FILE_NO_DAY, new Name(name), shortened(text));
    }

    private AccountReference ours(Node part) throws Refused {
        String name = transfers ? "DbtrAcct" : "CdtrAcct";
        Node at = part.at(name).orElseThrow(() -> part.missing(name));
        AccountReference account = account(at);
        if (account == null) {
            throw at.missing("Id", "IBAN");
        }
        return account;
    }

    private static @Nullable AccountReference account(Node at) throws Refused {
        Optional<String> iban = at.text("Id", "IBAN");
        if (iban.isPresent()) {
            try {
                return AccountReference.iban(iban.get());
            } catch (IllegalArgumentException e) {
                throw at.refused(
                        RefusalCode.FILE_ACCOUNT_WRONG,
                        new Name(at.name),
                        new Name(AccountReference.of(iban.get()).masked()));
            }
        }
        return at.text("Id", "Othr", "Id").map(AccountReference::of).orElse(null);
    }

    private Message.Payment payment(Part part, Node transaction) throws Refused {
        String endToEnd = transaction.needed(ID, "PmtId", "EndToEndId");
        Money amount = amount(transaction);
        String other = transfers ? "Cdtr" : "Dbtr";
        String name = transaction.needed(NAME, other, "Nm");
        Optional<Node> account = transaction.at(other + "Acct");
        if (!transfers) {
            transaction.needed(ID, "DrctDbtTx", "MndtRltdInf", "MndtId");
        }
        return new Message.Payment(
                endToEnd.equals(NOT_PROVIDED) ? null : endToEnd,
                transfers ? amount.negate() : amount,
                part.day(),
                part.batch(),
                part.ours(),
                name,
                account.isPresent() ? account(account.get()) : null,
                references(transaction),
                text(transaction));
    }

    private Money amount(Node transaction) throws Refused {
        String[] path = transfers ? new String[] {"Amt", "InstdAmt"} : new String[] {"InstdAmt"};
        Node at = transaction.at(path).orElseThrow(() -> transaction.missing(path));
        String text = at.text().orElse("");
        String currency = at.currency;
        if (currency == null) {
            throw at.refused(RefusalCode.FILE_NO_CURRENCY);
        }
        try {
            Money amount = AMOUNT.matcher(text).matches() ? Money.of(text, currency) : null;
            if (amount != null && amount.signum() > 0) {
                return amount;
            }
        } catch (IllegalArgumentException e) {
            throw at.refused(RefusalCode.FILE_AMOUNT_WRONG, shortened(text), shortened(currency));
        }
        throw at.refused(RefusalCode.FILE_NO_AMOUNT, shortened(text));
    }

    private static List<String> references(Node transaction) {
        List<String> references = new ArrayList<>();
        for (Node structured :
                transaction.at("RmtInf").map(all -> all.all("Strd")).orElse(List.of())) {
            structured.text("CdtrRefInf", "Ref").ifPresent(references::add);
            structured.all("RfrdDocInf").forEach(document -> document.text("Nb").ifPresent(references::add));
        }
        return references;
    }

    private static String text(Node transaction) {
        return String.join(
                " ",
                transaction.at("RmtInf").map(all -> all.all("Ustrd")).orElse(List.of()).stream()
                        .map(one -> one.text.toString().strip())
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    /** Number and sum, where they are given, tell whether a payment is missing. */
    private static void proveComplete(Node of, List<Message.Payment> payments) throws Refused {
        Optional<String> number = of.text("NbOfTxs");
        if (number.isPresent() && !isNumber(number.get(), payments.size())) {
            throw of.refused(
                    RefusalCode.FILE_COUNT_DIFFERS,
                    new Name(of.name),
                    shortened(number.get()),
                    new Count(payments.size()));
        }
        BigDecimal sum = payments.stream()
                .map(payment -> payment.amount().abs().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<String> said = of.text("CtrlSum");
        if (said.isPresent() && !isSum(said.get(), sum)) {
            throw of.refused(
                    RefusalCode.FILE_SUM_DIFFERS,
                    new Name(of.name),
                    shortened(said.get()),
                    new Text(sum.toPlainString()));
        }
    }

    private static boolean isNumber(String text, int number) {
        return NUMBER.matcher(text).matches() && Long.parseLong(text) == number;
    }

    private static boolean isSum(String text, BigDecimal sum) {
        return text.matches("\\d{1,18}(\\.\\d{1,17})?") && new BigDecimal(text).compareTo(sum) == 0;
    }

    private static Text shortened(String text) {
        return new Text(text.length() <= 20 ? text : text.substring(0, 20) + "…");
    }
}
