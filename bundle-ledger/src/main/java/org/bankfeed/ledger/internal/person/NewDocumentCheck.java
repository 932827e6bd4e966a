package org.bankfeed.ledger.internal.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.invoice.Retention;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.value.PaymentReference;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Sentence;
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
        text(RefusalCode.NUMBER_LENGTH, document.number(), 60);
        text(RefusalCode.PARTY_ID_LENGTH, document.party().id(), 60);
        text(RefusalCode.PARTY_NAME_LENGTH, document.party().name(), 255);
        for (AccountReference account : document.party().accounts()) {
            text(RefusalCode.PARTY_ACCOUNT_LENGTH, account.value(), 255);
        }
    }

    private void amounts() throws Refused {
        Money total = document.total();
        Money outstanding = document.outstanding();
        require(total.signum() > 0, RefusalCode.TOTAL_NOT_POSITIVE, new Amount(total));
        require(!Rows.isTooLarge(total), RefusalCode.TOTAL_TOO_LARGE, new Amount(total));
        require(
                outstanding.currency().equals(total.currency()),
                RefusalCode.OUTSTANDING_CURRENCY,
                currency(total),
                currency(outstanding));
        require(
                outstanding.signum() >= 0 && outstanding.compareTo(total) <= 0,
                RefusalCode.OUTSTANDING_NOT_POSSIBLE,
                new Amount(outstanding),
                new Amount(total));
    }

    private void dates() throws Refused {
        date(RefusalCode.ISSUE_DATE_NOT_POSSIBLE, document.issueDate());
        date(RefusalCode.DUE_DATE_NOT_POSSIBLE, document.dueDate());
        notBeforeIssue(RefusalCode.DUE_BEFORE_ISSUE, document.dueDate());
    }

    private void date(RefusalCode otherwise, LocalDate date) throws Refused {
        require(
                !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY),
                otherwise,
                new Day(date),
                new Day(FIRST_DAY),
                new Day(LAST_DAY));
    }

    private void notBeforeIssue(RefusalCode otherwise, LocalDate date) throws Refused {
        require(!date.isBefore(document.issueDate()), otherwise, new Day(date), new Day(document.issueDate()));
    }

    private void reference() throws Refused {
        String reference = document.paymentReference();
        if (reference != null) {
            text(RefusalCode.REFERENCE_LENGTH, reference, 140);
            require(!PaymentReference.isMistyped(reference), RefusalCode.REFERENCE_WRONG, new Text(reference.strip()));
        }
    }

    private void discount() throws Refused {
        Discount discount = document.discount();
        if (discount == null) {
            return;
        }
        Money total = document.total();
        Money amount = discount.amount();
        require(
                amount.currency().equals(total.currency()),
                RefusalCode.DISCOUNT_CURRENCY,
                currency(total),
                currency(amount));
        require(
                amount.signum() > 0 && amount.compareTo(total) < 0,
                RefusalCode.DISCOUNT_NOT_POSSIBLE,
                new Amount(amount),
                new Amount(total));
        date(RefusalCode.DISCOUNT_DATE_NOT_POSSIBLE, discount.lastDay());
        notBeforeIssue(RefusalCode.DISCOUNT_BEFORE_ISSUE, discount.lastDay());
    }

    private void retentions() throws Refused {
        Money total = document.total();
        Money held = Money.zero(total.currency());
        for (Retention one : document.retentions()) {
            require(
                    one.amount().currency().equals(total.currency()),
                    RefusalCode.HELD_CURRENCY,
                    currency(total),
                    currency(one.amount()));
            LocalDate due = one.dueDate();
            if (due != null) {
                date(RefusalCode.HELD_DATE_NOT_POSSIBLE, due);
                notBeforeIssue(RefusalCode.HELD_BEFORE_ISSUE, due);
            }
            held = held.plus(one.amount());
        }
        require(held.compareTo(total) <= 0, RefusalCode.HELD_MORE_THAN_TOTAL, new Amount(held), new Amount(total));
    }

    private static Name currency(Money money) {
        return new Name(money.currency().getCurrencyCode());
    }

    private static void text(RefusalCode otherwise, @Nullable String text, int longest) throws Refused {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new Refused(Sentence.of(otherwise, new Count(longest)));
        }
    }

    /** @param about what the refusal speaks of beside the document */
    private void require(boolean holds, RefusalCode otherwise, Argument... about) throws Refused {
        if (!holds) {
            throw new Refused(new Sentence(
                    otherwise,
                    Stream.concat(Stream.of(new Name(document.number())), Arrays.stream(about))
                            .toList()));
        }
    }
}
