package org.bankfeed.matching.internal.core.read;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Facts;
import org.bankfeed.matching.internal.core.book.FormIndex;
import org.bankfeed.matching.internal.core.book.FormShapes;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OwnIds;
import org.bankfeed.matching.internal.core.read.Mentions.Hit;
import org.bankfeed.matching.internal.core.read.Mentions.How;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.Dates;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.InvoiceWords;
import org.bankfeed.matching.internal.text.LeftOutWords;
import org.bankfeed.matching.internal.text.WordsBefore;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/** Looks every place of a line's texts up among the whole numbers and references of the book. */
final class MentionReader {

    /** A text that names more items than this names none in particular. */
    private static final int MOST = 60;

    /** A payment is made at most so many days before the bank books it. */
    private static final int MADE_BEFORE = 7;

    private final FormIndex forms;
    private final List<Hit> hits = new ArrayList<>(4);
    private final List<UndoneRun> undone = new ArrayList<>(0);
    private @Nullable String foreignReference;

    /** A run of digits that was written with lookalikes. */
    record UndoneRun(BankText text, Run run) {}

    private MentionReader(FormIndex forms) {
        this.forms = forms;
    }

    static Mentions read(FormIndex forms, List<BankText> texts, Line line) {
        MentionReader reader = new MentionReader(forms);
        for (BankText text : texts) {
            reader.look(text);
            reader.lookThroughLookalikes(text);
        }
        if (!OwnIds.areGivenByUs(line.in(), line.mandate())) {
            reader.hits.removeIf(hit -> hit.isInEndToEndId() && isAboutToday(hit, line));
        }
        if (!texts.isEmpty()) {
            reader.repair(texts.get(0), line);
            reader.repairAmongWords(texts.get(0), line);
        }
        List<Hit> hits = reader.longest();
        List<Hit> leftOut = leftOut(hits);
        return new Mentions(texts, hits, leftOut, reader.undone, reader.foreignReference);
    }

    /** Takes those away of which the text says that they are not paid. */
    private static List<Hit> leftOut(List<Hit> hits) {
        List<Hit> leftOut = List.of();
        for (int i = hits.size() - 1; i >= 0; i--) {
            Hit hit = hits.get(i);
            if (LeftOutWords.areSaidOf(hit.text(), hit.from(), hit.to())) {
                leftOut = leftOut.isEmpty() ? new ArrayList<>(2) : leftOut;
                leftOut.add(hits.remove(i));
            }
        }
        return leftOut;
    }

    /** Whether a place of a payer's own id is the day on which he made it, as 20260310 or 260310. */
    private static boolean isAboutToday(Hit hit, Line line) {
        int length = hit.to() - hit.from();
        if (length != 8 && length != 6 || hit.weight() >= Weights.REFERENCE) {
            return false;
        }
        LocalDate day = Dates.compact(hit.text().compact(hit.from(), hit.to()));
        return day != null && Math.abs(ChronoUnit.DAYS.between(day, line.day())) <= MADE_BEFORE;
    }

    private void look(BankText text) {
        boolean[] starts = new boolean[text.length() + 1];
        List<Hit> waiting = new ArrayList<>(0);
        boolean padding = false;
        for (int from = 0; from < text.length(); from++) {
            boolean border = text.border(from);
            if (starts[from] || border || padding) {
                lookFrom(text, from, starts, waiting, padding && !border);
            }
            padding = (border || padding) && text.sign(from) == '0';
        }
        // numbers glued to one another: the end of one is the beginning of the next
        for (Hit hit : waiting) {
            if (begins(text, hit.to())) {
                hits.add(hit);
            }
        }
    }

    private boolean begins(BankText text, int place) {
        for (Hit hit : hits) {
            if (hit.text() == text && hit.from() == place) {
                return true;
            }
        }
        return false;
    }

    /** Numbers that come out when letters among digits are read as the digits they look like; they say a little less. */
    private void lookThroughLookalikes(BankText text) {
        BankText read = text.withoutLookalikes();
        if (read == null) {
            return;
        }
        MentionReader seen = new MentionReader(forms);
        seen.look(read);
        for (Hit hit : seen.hits) {
            if (differ(read, text, hit.from(), hit.to()) && !isNamedWithoutItsEnd(text, hit)) {
                hits.add(new Hit(hit.item(), text, hit.from(), hit.to(), hit.weight() - Weights.LOOKALIKE, hit.how()));
            }
        }
        for (Run run : read.runs()) {
            if (differ(read, text, run.from(), run.to())) {
                undone.add(new UndoneRun(text, run));
            }
        }
    }

    /** Whether the letter at its end would be read as a digit though what stands before it is a number of ours already. */
    private boolean isNamedWithoutItsEnd(BankText text, Hit hit) {
        int end = hit.to() - 1;
        return !Character.isDigit(text.sign(end))
                && hits.stream().anyMatch(one -> one.text() == text && one.from() == hit.from() && one.to() == end);
    }

    private static boolean differ(BankText a, BankText b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (a.sign(i) != b.sign(i)) {
                return true;
            }
        }
        return false;
    }

    /** @param padded whether zeros stand before, as some banks fill references up; then only those count */
    private void lookFrom(BankText text, int from, boolean[] starts, List<Hit> waiting, boolean padded) {
        FormShapes shapes = forms.shapes();
        char begin = text.sign(from);
        if (!shapes.mayBegin(begin)) {
            return;
        }
        long hash = FormIndex.start();
        int most = Math.min(text.length(), from + shapes.longest());
        int gaps = 0;
        for (int to = from + 1; to <= most; to++) {
            if (to - 1 > from && text.listGapBefore(to - 1)) {
                return;
            }
            gaps += to - 1 > from && text.gapBefore(to - 1) ? 1 : 0;
            char end = text.sign(to - 1);
            hash = FormIndex.step(hash, end);
            boolean mayEnd = to - from >= 6 || text.border(to);
            if (mayEnd && shapes.mayBe(to - from, begin, end)) {
                int form = forms.find(hash, text, from, to);
                if (form != 0 && (!padded || forms.isReference(form))) {
                    hit(form, text, from, to, gaps, starts, waiting);
                }
            }
        }
    }

    private void hit(int first, BankText text, int from, int to, int gaps, boolean[] starts, List<Hit> waiting) {
        double inDate = text.inDate(from, to) ? Weights.WITHIN_DATE : 0;
        double number = Weights.number(text, from, to, gaps) - inDate;
        String quote = gaps > 0 ? text.quote(from, to) : "";
        Prefix prefix = Prefix.of(text, from);
        boolean border = text.border(to);
        for (int form = first; form != 0 && hits.size() < MOST; form = forms.before(form)) {
            Item item = forms.item(form);
            boolean reference = forms.isReference(form);
            boolean asPrinted = item.number().equals(quote);
            double named = (asPrinted ? Weights.asPrinted(to - from) - inDate : number) + prefix.takes(item);
            double weight = reference ? Weights.REFERENCE : named;
            if (weight <= 0) {
                continue;
            }
            Hit hit = new Hit(item, text, from, to, weight, reference ? How.REFERENCE : How.NUMBER);
            if (border) {
                hits.add(hit);
            } else {
                starts[to] = true;
                waiting.add(hit);
            }
        }
    }

    /** The hits, longest first; one within a longer one is part of it, not a mention of its own. */
    private List<Hit> longest() {
        if (hits.size() < 2) {
            return hits;
        }
        hits.sort(Comparator.comparingInt((Hit hit) -> hit.from() - hit.to()));
        List<Hit> kept = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            if (!withinLonger(hit, kept)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    private static boolean withinLonger(Hit hit, List<Hit> kept) {
        for (Hit longer : kept) {
            if (longer.to() - longer.from() <= hit.to() - hit.from()) {
                return false;
            }
            if (hit.sameOrWithin(longer)) {
                return true;
            }
        }
        return false;
    }

    /** A structured reference that no document has: somebody else's, or a typing error in one of ours. */
    private void repair(BankText text, Line line) {
        for (ReferenceRepair.Place place : ReferenceRepair.places(forms, text, line.structured())) {
            int from = place.from();
            int to = place.to();
            if (isRead(text, from, to)) {
                continue;
            }
            String said = text.compact(from, to);
            // a Belgian account number without its country satisfies the rule of references too
            boolean account = Facts.accountKey(line.counterpart()).endsWith(said)
                    || Facts.accountKey(line.account()).endsWith(said);
            if (account) {
                continue;
            }
            if (PaymentReference.read(said).isPresent()) {
                boolean announced = WordsBefore.isOfSomethingElse(text, from);
                foreignReference = announced ? foreignReference : text.quote(from, to);
                continue;
            }
            double weight = place.length() >= 12 ? Weights.REPAIRED : Weights.REPAIRED_SHORT;
            for (Item item : ReferenceRepair.oneErrorAway(forms, said)) {
                if (NextNumber.standsIn(text, item, NextNumber.SOON)) {
                    continue;
                }
                hits.add(new Hit(item, text, from, to, weight, How.REPAIRED));
            }
        }
    }

    private void repairAmongWords(BankText text, Line line) {
        hits.addAll(MistypedInText.in(forms, text, line, run -> isRead(text, run.from(), run.to())));
    }

    private boolean isRead(BankText text, int from, int to) {
        for (Hit hit : hits) {
            if (hit.text() == text && hit.from() <= from && hit.to() >= to) {
                return true;
            }
        }
        return false;
    }

    /** What stands directly before a number and may say that it is another's: "CN57042" is not invoice 57042. */
    record Prefix(boolean none, String glued, boolean creditWord) {

        private static final Prefix NONE = new Prefix(true, "", false);

        static Prefix of(BankText text, int from) {
            if (from == 0 || text.isDigit(from - 1) || text.sign(from) > '9') {
                return NONE;
            }
            return new Prefix(false, text.gluedWord(from), WordsBefore.announceCreditNote(text, from));
        }

        /** What it takes from the weight of a number of this item; 0 or less. */
        double takes(Item item) {
            if (none) {
                return 0;
            }
            if (creditWord && !item.creditNote()) {
                return glued.isEmpty() ? -4 : -20;
            }
            boolean own = glued.isEmpty()
                    || glued.length() > 3
                    || Fold.compact(item.number()).startsWith(glued);
            return own || InvoiceWords.contains(glued) ? 0 : -3;
        }
    }
}
