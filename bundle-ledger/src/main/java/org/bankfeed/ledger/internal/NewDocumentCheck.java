package org.bankfeed.ledger.internal;

import java.time.LocalDate;
import java.util.Locale;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.Retention;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/** Whether a document can be entered; says in one sentence what is wrong with it. */
final class NewDocumentCheck {

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final NewDocument document;

    private NewDocumentCheck(NewDocument document) {
        this.document = document;
    }

    static void check(NewDocument document) throws Refused {
        NewDocumentCheck check = new NewDocumentCheck(document);
        check.words();
        check.amounts();
        check.dates();
        check.reference();
        check.discount();
        check.retentions();
    }

    private void words() throws Refused {
        text("The document's number", document.number(), 60);
        text("The party's id", document.party().id(), 60);
        text("The party's name", document.party().name(), 255);
        for (AccountReference account : document.party().accounts()) {
            text("The party's account number", account.value(), 255);
        }
    }

    private void amounts() throws Refused {
        Money total = document.total();
        Money outstanding = document.outstanding();
        require(total.signum() > 0, "has a total of " + total + "; a total is more than zero, of a credit note too");
        require(
                !BookingCheck.isTooLarge(total),
                "has a total of " + total + ", which is larger than the books can hold");
        require(
                outstanding.currency().equals(total.currency()),
                "has a total in " + total.currency() + ", but its outstanding amount is in " + outstanding.currency());
        require(
                outstanding.signum() >= 0 && outstanding.compareTo(total) <= 0,
                "cannot have " + outstanding + " outstanding: that does not lie between zero and the total " + total);
    }

    private void dates() throws Refused {
        date("issue date", document.issueDate());
        date("due date", document.dueDate());
        require(
                !document.dueDate().isBefore(document.issueDate()),
                "is due on " + document.dueDate() + ", before its issue date " + document.issueDate());
    }

    private void date(String what, LocalDate date) throws Refused {
        require(
                !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY),
                "has the " + what + " " + date + "; a date between " + FIRST_DAY + " and " + LAST_DAY + " is expected");
    }

    private void reference() throws Refused {
        String reference = document.paymentReference();
        if (reference != null) {
            text("The payment reference", reference, 140);
            require(
                    !claimsCheckDigits(reference)
                            || PaymentReference.read(reference).isPresent(),
                    "has the payment reference '" + reference
                            + "', whose check digits do not fit: look for a typing error");
        }
    }

    /** Printed as a Belgian or RF reference; anything else is a text that payers may repeat, and has no check. */
    private static boolean claimsCheckDigits(String reference) {
        String text = reference.strip().toUpperCase(Locale.ROOT);
        return text.startsWith("+++") || text.startsWith("***") || text.matches("RF[ .-]?\\d{2}[A-Z0-9 .-]*");
    }

    private void discount() throws Refused {
        Discount discount = document.discount();
        if (discount == null) {
            return;
        }
        Money total = document.total();
        require(
                discount.amount().currency().equals(total.currency()),
                "is in " + total.currency() + ", but its discount in "
                        + discount.amount().currency());
        require(
                discount.amount().signum() > 0 && discount.amount().compareTo(total) < 0,
                "has a discount of " + discount.amount() + "; it must be more than zero and less than the total "
                        + total);
        date("last day of discount", discount.lastDay());
        require(
                !discount.lastDay().isBefore(document.issueDate()),
                "has a discount until " + discount.lastDay() + ", before its issue date " + document.issueDate());
    }

    private void retentions() throws Refused {
        Money total = document.total();
        Money held = Money.zero(total.currency());
        for (Retention one : document.retentions()) {
            require(
                    one.amount().currency().equals(total.currency()),
                    "is in " + total.currency() + ", but what is held back of it in "
                            + one.amount().currency());
            LocalDate due = one.dueDate();
            if (due != null) {
                date("day on which a part held back falls due", due);
                require(
                        !due.isBefore(document.issueDate()),
                        "has a part held back until " + due + ", before its issue date " + document.issueDate());
            }
            held = held.plus(one.amount());
        }
        require(held.compareTo(total) <= 0, "cannot have " + held + " held back: its total is " + total);
    }

    private static void text(String what, @Nullable String text, int longest) throws Refused {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new Refused(what + " has 1 to " + longest + " characters.");
        }
    }

    private void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused("Document " + document.number() + " " + otherwise + ".");
        }
    }
}
