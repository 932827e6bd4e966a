package org.bankfeed.matching.internal.core.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.invoice.Retention;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.jspecify.annotations.Nullable;

/** Documents and lines for the tests of the core, with everything that does not matter filled in. */
public final class Books {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    public static final String ALBA = "BE68539007547034";
    public static final String OTHER = "BE62510007547061";

    final Book book = new Book();
    private String currency = "EUR";
    private int lines;

    public Book book() {
        return book;
    }

    /** What is owed and paid from here on is in this currency. */
    void in(String code) {
        currency = code;
    }

    public Doc sale(String id, String number, long open) {
        return new Doc(id, number, open);
    }

    /** A document under construction. */
    public final class Doc {
        private final String id;
        private final String number;
        private final long open;
        private boolean sales = true;
        private boolean credit;
        private @Nullable String reference;
        private String party = "P1";
        private String name = "Bakkerij Alba BV";
        private List<String> accounts = List.of();
        private LocalDate due = DAY;

        private @Nullable LocalDate issued;

        private long discount;
        private final List<Document.Held> held = new ArrayList<>();

        private Doc(String id, String number, long open) {
            this.id = id;
            this.number = number;
            this.open = open;
        }

        public Doc purchase() {
            sales = false;
            return this;
        }

        Doc credit() {
            credit = true;
            return this;
        }

        Doc reference(String text) {
            reference = text;
            return this;
        }

        public Doc of(String partyId, String partyName, String... known) {
            party = partyId;
            name = partyName;
            accounts = List.of(known);
            return this;
        }

        public Doc due(LocalDate day) {
            due = day;
            return this;
        }

        Doc issued(LocalDate day) {
            issued = day;
            return this;
        }

        public Doc held(Retention.Kind kind, long amount, @Nullable LocalDate until) {
            held.add(new Document.Held(kind, amount, until));
            return this;
        }

        public Doc discount(long amount) {
            discount = amount;
            return this;
        }

        public void put() {
            book.put(new Document(
                    id,
                    sales,
                    credit,
                    number,
                    reference,
                    new Document.Party(party, name, accounts),
                    currency,
                    open,
                    issued == null ? due.minusDays(30) : issued,
                    due,
                    discount,
                    discount == 0 ? null : due.minusDays(20),
                    held));
        }
    }

    public Pay in(long amount) {
        return new Pay(amount);
    }

    public Pay out(long amount) {
        Pay pay = new Pay(-amount);
        pay.code = "PMNT-ICDT-ESCT";
        return pay;
    }

    /** A line under construction. */
    public final class Pay {
        private final long amount;
        private String name = "";
        private String account = "";
        private String text = "";
        private boolean structured;
        private String code = "PMNT-RCDT-ESCT";
        private String endToEndId = "NOTPROVIDED";
        private String mandate = "";
        private String more = "";
        private LocalDate day = DAY;

        private Pay(long amount) {
            this.amount = amount;
        }

        public Pay from(String payer, String number) {
            name = payer;
            account = number;
            return this;
        }

        public Pay says(String words) {
            text = words;
            return this;
        }

        Pay structured(String words) {
            text = words;
            structured = true;
            return this;
        }

        public Pay code(String bankCode) {
            code = bankCode;
            return this;
        }

        public Pay endToEnd(String id) {
            endToEndId = id;
            return this;
        }

        public Pay more(String words) {
            more = words;
            return this;
        }

        public Pay mandate(String id) {
            mandate = id;
            return this;
        }

        public Pay on(LocalDate date) {
            day = date;
            return this;
        }

        public Line line() {
            lines++;
            return new Line(
                    "T" + lines,
                    "BE00OWN",
                    day,
                    amount,
                    currency,
                    name,
                    account,
                    text,
                    structured,
                    code,
                    endToEndId,
                    mandate,
                    "",
                    more);
        }

        public Verdict verdict() {
            return Decider.decide(book, line());
        }

        /** Decides and takes the line in, as the service does. */
        public Verdict taken() {
            Line line = line();
            Verdict verdict = Decider.decide(book, line);
            book.record(line, verdict.kind() == Verdict.Kind.BOOK ? verdict.shares() : List.of(), false);
            if (verdict.settled() != null) {
                book.link(line.id(), verdict.settled());
            }
            return verdict;
        }
    }
}
