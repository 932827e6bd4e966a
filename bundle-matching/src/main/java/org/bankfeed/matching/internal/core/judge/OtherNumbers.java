package org.bankfeed.matching.internal.core.judge;

import java.util.HashSet;
import java.util.Set;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.ById;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.book.Sender;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fold;

/**
 * What payers write who have numbers of their own for our documents, as who invoices himself in our name: a text that is
 * always the same but for its digits, which never name what is paid.
 */
final class OtherNumbers {

    /** So many such texts must have paid something that they did not name. */
    private static final int ENOUGH = 2;

    private static final int FEWEST_DIGITS = 2;

    /** No bank's text is longer; what is would be read again for each line of its sender. */
    private static final int LONGEST = 2000;

    private OtherNumbers() {}

    /**
     * Whether a line's text is like earlier ones of its sender, none of which named what it paid, or, while nobody decided, what
     * the party owes to the cent.
     */
    static boolean areUsual(Line line, Sender sender, ById<Item> items, Payer party) {
        int count = 0;
        for (int i = 0; i < sender.lines().size(); i++) {
            Past past = sender.lines().get(i);
            String said = past.said();
            if (said == null
                    || past.amount() > 0 != line.in()
                    || past.id().equals(line.id())
                    || !alike(said, line.text())) {
                continue;
            }
            for (Share share : past.shares()) {
                Item item = items.get(share.document());
                if (item == null || isNamed(item, said)) {
                    return false;
                }
            }
            count += past.shares().isEmpty() ? comingOutAt(past, said, party) : 1;
        }
        return count >= ENOUGH;
    }

    /** 1 if money that nobody decided comes out at an open document that its text does not name, else 0. */
    private static int comingOutAt(Past past, String said, Payer party) {
        OpenItems open = party.open();
        for (int i = 0; past.isUndecided() && i < open.size(); i++) {
            boolean equal = open.amount(i) == Math.abs(past.amount()) && open.settledByMoneyIn(i) == past.amount() > 0;
            if (equal && open.get(i).issuedOn() <= past.day() && !isNamed(open.get(i), said)) {
                return 1;
            }
        }
        return 0;
    }

    /**
     * The numbers, each with the letters before it, in earlier texts of the sender with which something else was paid: his
     * number in our books, a contract, a reference that his bank writes.
     */
    static Set<String> before(Line line, Sender sender) {
        Set<String> words = new HashSet<>();
        for (Past past : sender.lines()) {
            String text = past.said();
            if (text != null
                    && text.length() <= LONGEST
                    && !past.shares().isEmpty()
                    && !past.id().equals(line.id())) {
                BankText said = BankText.of("remittanceInformation", text);
                said.runs().forEach(run -> words.add(said.wordWith(run)));
            }
        }
        return words;
    }

    /** Whether two texts are the same but for the digits in them. */
    private static boolean alike(String one, String other) {
        String a = Fold.compact(one);
        String b = Fold.compact(other);
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            boolean digits = Digits.isDigit(a.charAt(i));
            if (digits != Digits.isDigit(b.charAt(j)) || !digits && a.charAt(i) != b.charAt(j)) {
                return false;
            }
            i = digits ? Digits.end(a, i) : i + 1;
            j = digits ? Digits.end(b, j) : j + 1;
        }
        return i == a.length() && j == b.length();
    }

    /** Whether a text has an item's number, or the end of it. */
    private static boolean isNamed(Item item, String text) {
        String said = Fold.compact(text);
        String digits = item.lastDigits();
        for (int from = 0; from < said.length(); from++) {
            if (!Digits.isDigit(said.charAt(from))) {
                continue;
            }
            int to = Digits.end(said, from);
            String run = Digits.withoutZeros(said.substring(from, to));
            boolean end = run.length() >= FEWEST_DIGITS && digits.endsWith(run);
            if (end || digits.length() >= FEWEST_DIGITS && run.endsWith(Digits.withoutZeros(digits))) {
                return true;
            }
            from = to;
        }
        return said.contains(Fold.compact(item.number()));
    }
}
