package org.bankfeed.matching.internal.core.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.text.NumberParts;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/** A document in the book, with what is open of it now. Only the book changes it. */
public final class Item {

    final String id;
    final long idOrder;
    final boolean sales;
    final boolean creditNote;
    final Payer party;
    final String currency;

    /** Which of the book's items it is, in the order in which they came. */
    final int place;

    String number = "";

    /** Where in its number the digits stand that count: a text of their own would be another object for each item. */
    private int lastDigitsAt;

    private int lastDigitsLength;

    /** What those that count end in: most shortened numbers are ruled out by it alone. */
    byte ending;

    @Nullable
    String reference;

    int issued;
    int due;
    long discount;
    int discountUntil;
    HeldParts held = HeldParts.NONE;
    long open;

    /** Closed by the user on this day (by a payment of unknown origin), or {@link #NEVER}. */
    int closedOn = NEVER;

    /** What was open when it was closed by the user. */
    long closedAmount;

    /** The line that touched it last. */
    @Nullable
    Past last;

    /** All that touched it, if there are more: most items are touched once. */
    private @Nullable List<Past> lines;

    /** Its day, kept here as well: by it alone most settled items are passed over, and their lines never looked up. */
    int lastDay = NEVER;

    /** Whether it is among the {@link SettledItems} of its party. */
    boolean isAmongSettled;

    static final int NEVER = Integer.MIN_VALUE;

    Item(Document document, Payer party, String currency, int place) {
        this.id = document.id();
        this.idOrder = IdOrder.of(id);
        this.sales = document.sales();
        this.creditNote = document.creditNote();
        this.party = party;
        this.currency = currency;
        this.place = place;
        read(document);
    }

    public String id() {
        return id;
    }

    public boolean sales() {
        return sales;
    }

    public boolean creditNote() {
        return creditNote;
    }

    public Payer party() {
        return party;
    }

    public String currency() {
        return currency;
    }

    public String number() {
        return number;
    }

    public byte ending() {
        return ending;
    }

    /** The day on which it was issued, counted from 1970. */
    public int issuedOn() {
        return issued;
    }

    /** The day on which it is due, counted from 1970. */
    public int dueOn() {
        return due;
    }

    public long discount() {
        return discount;
    }

    public HeldParts held() {
        return held;
    }

    public long open() {
        return open;
    }

    public int closedOn() {
        return closedOn;
    }

    public long closedAmount() {
        return closedAmount;
    }

    @Nullable
    public Past last() {
        return last;
    }

    public int lastDay() {
        return lastDay;
    }

    void read(Document document) {
        number = document.number();
        String lastDigits = NumberParts.of(number, document.issued()).lastDigits();
        lastDigitsAt = number.lastIndexOf(lastDigits);
        lastDigitsLength = lastDigits.length();
        ending = Endings.of(lastDigits);
        reference = document.reference();
        issued = (int) document.issued().toEpochDay();
        due = (int) document.due().toEpochDay();
        discount = document.discount();
        discountUntil = document.discountUntil() == null
                ? NEVER
                : (int) document.discountUntil().toEpochDay();
        held = HeldParts.of(document.held());
    }

    /** Whether money in settles it (a sales invoice, a purchase credit note), else money out does. */
    public boolean settledByMoneyIn() {
        return sales != creditNote;
    }

    public boolean isOpen() {
        return open > 0;
    }

    public boolean closedByUser() {
        return closedOn != NEVER;
    }

    /** What would have to be paid on a day: the outstanding amount less a discount that still may be taken, or -1. */
    public long discounted(int day) {
        return discount > 0 && discount < open && day <= discountUntil ? open - discount : -1;
    }

    /** Whether a line pays all that is open, or all but a discount or what is held back. */
    public boolean isPaidToTheCentBy(Line line) {
        return isOpen()
                && settledByMoneyIn() == line.in()
                && currency.equals(line.currency())
                && comesOutAt(line.size());
    }

    /** Whether an amount is all that is open, or all but a discount or what is held back. */
    public boolean comesOutAt(long paid) {
        return paid == open || discount > 0 && paid == open - discount || held.explain(open - paid);
    }

    /** The lines that touched it, oldest first. */
    public List<Past> lines() {
        if (lines != null) {
            return lines;
        }
        return last == null ? List.of() : List.of(last);
    }

    void touchedBy(Past line) {
        if (last != null && lines == null) {
            lines = new ArrayList<>(2);
            lines.add(last);
        }
        if (lines != null) {
            lines.add(line);
        }
        lastIs(line);
    }

    private void lastIs(@Nullable Past line) {
        last = line;
        lastDay = line == null ? NEVER : line.day;
        party.changed(this);
    }

    void leftBy(Past line) {
        if (lines == null) {
            lastIs(last == line ? null : last);
            return;
        }
        int at = lines.lastIndexOf(line);
        if (at >= 0) {
            lines.remove(at);
            lastIs(lines.isEmpty() ? null : lines.get(lines.size() - 1));
        }
    }

    /** The digits of its number that count, see {@link NumberParts#lastDigits}; empty if none do. */
    public String lastDigits() {
        return number.substring(lastDigitsAt, lastDigitsAt + lastDigitsLength);
    }

    int serialLength() {
        return lastDigitsLength;
    }

    /** Its number taken apart. */
    public NumberParts parts() {
        return NumberParts.of(number, issued());
    }

    public LocalDate issued() {
        return LocalDate.ofEpochDay(issued);
    }

    /** Its reference with the separators that its country prints; empty if it has none. */
    public String printedReference() {
        String bare = reference == null ? "" : reference;
        return PaymentReference.read(bare).map(PaymentReference::printed).orElse(bare);
    }

    /** That of its place in the book: cheaper than the one that the runtime gives each object. */
    @Override
    public int hashCode() {
        return place;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** Whether a later line took back what an earlier one settled of it. */
    public boolean takenBack(Past past) {
        for (Past later : lines()) {
            for (Share share : later.shares) {
                if (past.id.equals(share.takesBack())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Oldest due first, then oldest issued, then in order of arrival. */
    public static int byAge(Item a, Item b) {
        int order = Integer.compare(a.due, b.due);
        order = order != 0 ? order : Integer.compare(a.issued, b.issued);
        if (order != 0) {
            return order;
        }
        return a.idOrder != b.idOrder ? Long.compareUnsigned(a.idOrder, b.idOrder) : a.id.compareTo(b.id);
    }
}
