package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.Argument;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.NumberForms;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/** What the texts of a line say of items: references and numbers that the book holds, wherever they stand. */
final class Mentions {

    /** A text that names more items than this names none in particular. */
    private static final int MOST = 60;

    private final List<BankText> texts;
    private final List<Hit> hits = new ArrayList<>();
    private final Map<Item, Hit> best = new LinkedHashMap<>();
    private final List<List<Run>> runs = new ArrayList<>();
    private final Map<Item, Hit> short_ = new HashMap<>();
    private final List<NumberLists> lists = new ArrayList<>(0);
    private final List<UndoneRun> undoneRuns = new ArrayList<>(0);
    private @Nullable String foreignReference;

    /** A run of digits that was written with lookalikes. */
    private record UndoneRun(BankText text, Run run) {}

    /**
     * One place that names an item.
     *
     * @param weight how much it says, as the logarithm of odds
     */
    record Hit(Item item, BankText text, int from, int to, double weight, How how) {
        String quote() {
            return text.quote(from, to);
        }

        Evidence evidence() {
            return new Evidence(
                    Evidence.Speaks.FOR, how.reason, arguments(), text.field(), quote(), text.span(from, to));
        }

        private List<Argument> arguments() {
            Argument quote = Arguments.text(quote());
            Argument document = Arguments.document(item);
            return switch (how) {
                case REFERENCE -> List.of(Arguments.text(item.printedReference()), document);
                case REPAIRED -> List.of(quote, Arguments.text(item.printedReference()), document);
                case NUMBER, SHORT, LISTED -> List.of(quote, document);
            };
        }

        boolean sameOrWithin(Hit other) {
            return text == other.text && from >= other.from && to <= other.to;
        }

        boolean strong() {
            return weight >= Weights.STRONG;
        }
    }

    /** What kind of mention it is. */
    enum How {
        REFERENCE(ReasonCode.REFERENCE_EQUALS),
        REPAIRED(ReasonCode.REFERENCE_MISTYPED),
        NUMBER(ReasonCode.NUMBER_STANDS),
        SHORT(ReasonCode.NUMBER_END_STANDS),
        /** Part of a list or range that begins with a whole number. */
        LISTED(ReasonCode.NUMBER_LISTED);

        private final ReasonCode reason;

        How(ReasonCode reason) {
            this.reason = reason;
        }
    }

    Mentions(List<BankText> texts) {
        this.texts = texts;
    }

    /** Looks every place of the texts up. */
    static Mentions in(FormIndex forms, List<BankText> texts, Line line) {
        Mentions mentions = new Mentions(texts);
        for (BankText text : texts) {
            mentions.look(forms, text);
            mentions.lookThroughLookalikes(forms, text);
        }
        if (!texts.isEmpty()) {
            mentions.repair(forms, texts.get(0), line);
        }
        mentions.keepLongest();
        return mentions;
    }

    List<Hit> hits() {
        return hits;
    }

    /** A valid structured reference that belongs to no document of the book, or {@code null}. */
    @Nullable
    String foreignReference() {
        return foreignReference;
    }

    /** Whether any text says anything beyond fillers. */
    boolean silent() {
        for (BankText text : texts) {
            if (text.length() > 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a number stands in the texts that could be a document's and names none that is known.
     *
     * @param least how many digits it has at least, if no word announces it
     */
    boolean unknownNumber(Line line, Payer payer, int least) {
        String party = Fold.compact(payer.id);
        String amount = Long.toString(line.size() / 100);
        for (int i = 0; i < texts.size(); i++) {
            BankText text = texts.get(i);
            // the end-to-end id of a transfer is the payer's own number; that of a collection or payment of ours is not
            if (text.field().equals("endToEndId") && line.in() && line.mandate().isEmpty()) {
                continue;
            }
            for (Run run : runs(i)) {
                boolean year = run.digits().length() == 4 && run.digits().startsWith("20");
                String whole = text.gluedWord(run.from()) + text.compact(run.from(), run.to());
                boolean other = year || whole.endsWith(party) || run.digits().equals(amount);
                if (run.digits().length() >= (run.announced() ? 2 : least) && !other && !covered(text, run)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean covered(BankText text, Run run) {
        for (Hit hit : hits) {
            if (hit.text == text && run.from() >= hit.from && run.to() <= hit.to) {
                return true;
            }
        }
        for (Hit hit : short_.values()) {
            if (hit.text == text && run.from() >= hit.from && run.to() <= hit.to) {
                return true;
            }
        }
        return false;
    }

    /** The weightiest mention of an item by its whole number or reference, or {@code null}. */
    @Nullable
    Hit whole(Item item) {
        return best.get(item);
    }

    /** The weightiest mention of an item, a shortened number included, or {@code null}. */
    @Nullable
    Hit of(Item item) {
        Hit whole = best.get(item);
        if (whole != null && whole.strong()) {
            return whole;
        }
        Hit cut = shortened(item);
        if (whole == null) {
            return cut;
        }
        return cut != null && cut.weight > whole.weight ? cut : whole;
    }

    private @Nullable Hit shortened(Item item) {
        if (item.lastDigits.isEmpty()) {
            return null;
        }
        Hit found = short_.get(item);
        if (found != null) {
            return found;
        }
        for (int i = 0; i < texts.size(); i++) {
            for (Run run : runs(i)) {
                NumberForms.Serial serial = NumberForms.serial(item.lastDigits, run.digits());
                double weight = serial == NumberForms.Serial.NO
                        ? 0
                        : Weights.shortNumber(run, serial) + prefixed(texts.get(i), run.from(), item);
                if (weight > 0
                        && (found == null || weight > found.weight)
                        && !coveredByOther(texts.get(i), run, item)) {
                    found = new Hit(item, texts.get(i), run.from(), run.to(), weight, How.SHORT);
                }
            }
        }
        Hit dated = dated(item);
        found = dated != null && (found == null || dated.weight > found.weight) ? dated : found;
        for (NumberLists list : lists()) {
            Hit listed = list.of(item);
            found = listed != null && (found == null || listed.weight > found.weight) ? listed : found;
        }
        if (found != null) {
            short_.put(item, found);
        }
        return found;
    }

    /** The end of a number that has the year last, with the year: "43-25" of FV-00643-25. */
    private @Nullable Hit dated(Item item) {
        String year = item.yearAtEnd();
        for (int i = 0; !year.isEmpty() && i < texts.size(); i++) {
            BankText text = texts.get(i);
            for (int j = 0; j + 1 < runs(i).size(); j++) {
                Run run = runs(i).get(j);
                Run next = runs(i).get(j + 1);
                String said = text.compact(run.from(), run.to());
                boolean names = next.from() == run.to()
                        && next.digits().equals(year)
                        && said.length() >= 2
                        && item.lastDigits.endsWith(said);
                if (names) {
                    return new Hit(item, text, run.from(), next.to(), 1.2 * Math.min(5, said.length()), How.SHORT);
                }
            }
        }
        return null;
    }

    /** Whether a run of digits is part of something longer that names another item. */
    private boolean coveredByOther(BankText text, Run run, Item item) {
        for (Hit hit : hits) {
            if (hit.item != item
                    && hit.text == text
                    && run.from() >= hit.from
                    && run.to() <= hit.to
                    && hit.weight >= Weights.STRONG) {
                return true;
            }
        }
        return false;
    }

    private List<NumberLists> lists() {
        while (!hits.isEmpty() && lists.size() < texts.size()) {
            lists.add(new NumberLists(texts.get(lists.size()), runs(lists.size()), hits));
        }
        return lists;
    }

    private List<Run> runs(int text) {
        while (runs.size() <= text) {
            BankText next = texts.get(runs.size());
            List<Run> all = new ArrayList<>(next.runs());
            for (UndoneRun undone : undoneRuns) {
                if (undone.text == next) {
                    all.removeIf(run -> run.from() >= undone.run.from() && run.to() <= undone.run.to());
                    all.add(undone.run);
                }
            }
            runs.add(all);
        }
        return runs.get(text);
    }

    private void look(FormIndex forms, BankText text) {
        boolean[] starts = new boolean[text.length() + 1];
        List<Hit> waiting = new ArrayList<>(0);
        boolean padding = false;
        for (int from = 0; from < text.length(); from++) {
            boolean border = text.border(from);
            if (starts[from] || border || padding) {
                lookFrom(forms, text, from, starts, waiting, padding && !border);
            }
            padding = (border || padding) && text.sign(from) == '0';
        }
        // numbers glued to one another: the end of one is the beginning of the next
        for (Hit hit : waiting) {
            if (hits.stream().anyMatch(next -> next.text == text && next.from == hit.to)) {
                hits.add(hit);
            }
        }
    }

    /** Numbers that come out when letters among digits are read as the digits they look like; they say a little less. */
    private void lookThroughLookalikes(FormIndex forms, BankText text) {
        BankText undone = text.withoutLookalikes();
        if (undone == null) {
            return;
        }
        Mentions seen = new Mentions(List.of(undone));
        seen.look(forms, undone);
        for (Hit hit : seen.hits) {
            if (!undone.compact(hit.from, hit.to).equals(text.compact(hit.from, hit.to))) {
                hits.add(new Hit(hit.item, text, hit.from, hit.to, hit.weight - Weights.LOOKALIKE, hit.how));
            }
        }
        undone.runs().stream()
                .filter(run -> !undone.compact(run.from(), run.to()).equals(text.compact(run.from(), run.to())))
                .forEach(run -> undoneRuns.add(new UndoneRun(text, run)));
    }

    /** @param padded whether zeros stand before, as some banks fill references up; then only those count */
    private void lookFrom(
            FormIndex forms, BankText text, int from, boolean[] starts, List<Hit> waiting, boolean padded) {
        long hash = FormIndex.start();
        int most = Math.min(text.length(), from + forms.longest());
        int gaps = 0;
        for (int to = from + 1; to <= most; to++) {
            if (to - 1 > from && text.listGapBefore(to - 1)) {
                return;
            }
            gaps += to - 1 > from && text.gapBefore(to - 1) ? 1 : 0;
            hash = FormIndex.step(hash, text.sign(to - 1));
            if (forms.hasLength(to - from)) {
                FormIndex.Entry entry = forms.find(hash, text, from, to);
                if (entry != null && (!padded || entry.reference)) {
                    hit(entry, text, from, to, gaps, starts, waiting);
                }
            }
        }
    }

    private void hit(
            FormIndex.@Nullable Entry first,
            BankText text,
            int from,
            int to,
            int gaps,
            boolean[] starts,
            List<Hit> waiting) {
        for (FormIndex.Entry entry = first; entry != null && hits.size() < MOST; entry = entry.next) {
            double weight = entry.reference
                    ? Weights.REFERENCE
                    : Weights.number(text, from, to, gaps)
                            + prefixed(text, from, entry.item)
                            - (text.inDate(from, to) ? Weights.WITHIN_DATE : 0);
            if (weight <= 0) {
                continue;
            }
            Hit hit = new Hit(entry.item, text, from, to, weight, entry.reference ? How.REFERENCE : How.NUMBER);
            if (text.border(to)) {
                hits.add(hit);
            } else if (to - from >= 6) {
                starts[to] = true;
                waiting.add(hit);
            }
        }
    }

    /** What the letters before a number take from it: "CN57042" is not invoice 57042. */
    private static double prefixed(BankText text, int from, Item item) {
        if (text.sign(from) > '9') {
            return 0;
        }
        String glued = text.gluedWord(from);
        if (text.afterCreditWord(from) && !item.creditNote) {
            return glued.isEmpty() ? -4 : -20;
        }
        boolean own = glued.isEmpty() || Fold.compact(item.number).startsWith(glued);
        return own || glued.length() > 3 || BankText.announces(glued) ? 0 : -3;
    }

    /** A hit within a longer one is part of it, not a mention of its own. */
    private void keepLongest() {
        hits.sort(Comparator.comparingInt((Hit hit) -> hit.from - hit.to));
        List<Hit> kept = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            boolean within = kept.stream()
                    .anyMatch(longer -> hit.sameOrWithin(longer) && longer.to - longer.from > hit.to - hit.from);
            if (!within) {
                kept.add(hit);
                best.merge(hit.item, hit, (a, b) -> a.weight >= b.weight ? a : b);
            }
        }
        hits.clear();
        hits.addAll(kept);
    }

    /** A structured reference that no document has: somebody else's, or a typing error in one of ours. */
    private void repair(FormIndex forms, BankText text, Line line) {
        for (ReferenceRepair.Place place : ReferenceRepair.places(forms, text, line.structured())) {
            int from = place.from();
            int to = place.to();
            String said = text.compact(from, to);
            boolean read = hits.stream().anyMatch(hit -> hit.text == text && hit.from <= from && hit.to >= to);
            // a Belgian account number without its country satisfies the rule of references too
            boolean account = Facts.accountKey(line.counterpart()).endsWith(said)
                    || Facts.accountKey(line.account()).endsWith(said);
            if (read || account) {
                continue;
            }
            if (PaymentReference.read(said).isPresent()) {
                foreignReference = text.quote(from, to);
                continue;
            }
            double weight = place.length() >= 12 ? Weights.REPAIRED : Weights.REPAIRED_SHORT;
            for (Item item : ReferenceRepair.oneErrorAway(forms, said)) {
                hits.add(new Hit(item, text, from, to, weight, How.REPAIRED));
            }
        }
    }
}
