package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.book.Payers;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.jspecify.annotations.Nullable;

/** Finds what a line may pay of one party: single documents, documents that the text names, and sets that come out even. */
public final class PartyFinder {

    /** A payer who is known less than this pays no set without a word. */
    private static final double KNOWN = 3;

    /** A day or a count has fewer digits. */
    private static final int SHORTEST_SAID = 3;

    /** So many of the oldest documents may be paid in part, or too much, when no word is said. */
    private static final int MOST_VAGUE = 3;

    private static final int MOST_NEARLY = 12;

    /** Of so many documents the amount may be the next instalment: more are rivals that leave it to a person anyhow. */
    private static final int MOST_INSTALMENTS = 40;

    private static final double LATER_NEARLY = 0.1;

    private final Book book;
    private final Line line;
    private final Tolerance tolerance;
    private final Mentions mentions;
    private final Payer payer;
    private final Payers.@Nullable Known known;
    private final Told told;
    private final List<Explanation> found = new ArrayList<>();

    public PartyFinder(
            Book book,
            Line line,
            Tolerance tolerance,
            Mentions mentions,
            Payer payer,
            Payers.@Nullable Known known,
            Told told) {
        this.book = book;
        this.line = line;
        this.tolerance = tolerance;
        this.mentions = mentions;
        this.payer = payer;
        this.known = known;
        this.told = told;
    }

    public List<Explanation> explanations() {
        if (!payer.open().isEmpty()) {
            sides();
        }
        if (known != null) {
            found.forEach(one -> one.isOf(known));
        }
        return found;
    }

    private void sides() {
        OpenItems open = payer.open();
        Candidates pays = new Candidates(open);
        Candidates owed = new Candidates(open);
        Candidates credits = new Candidates(open);
        side(line.in(), pays, credits);
        side(!line.in(), new Candidates(open), owed);
        if (!pays.isEmpty() && !owed.isEmpty()) {
            found.addAll(new SetOff(line, mentions, pays, credits, owed).explanations());
        }
    }

    /** What the line may settle on one side of the books, less what is kept back from it there. */
    private void side(boolean sales, Candidates pays, Candidates nets) {
        OpenItems open = payer.open();
        int kind = OpenItems.kind(sales, line.currency());
        boolean leaveSomeOut = !mentions.leftOut().isEmpty();
        for (int i = 0; i < open.size(); i++) {
            if (open.isOf(i, kind) && !(leaveSomeOut && mentions.leaveOut(open.get(i)))) {
                Candidates of = open.settledByMoneyIn(i) == line.in() ? pays : nets;
                of.add(i);
                Mentions.Hit hit = mentions.of(open.get(i), open.ending(i));
                if (hit != null) {
                    of.named(hit);
                }
            }
        }
        if (!pays.isEmpty()) {
            singles(pays);
            sets(pays, nets);
        }
    }

    // ---- one document

    private void singles(Candidates pays) {
        List<Explanation> unsaid = new ArrayList<>();
        boolean outweighed = known == null || told.outweighs(known.weight() + Fit.FEE.weight);
        int most = outweighed ? 0 : MOST_VAGUE;
        int vague = 0;
        int nearly = 0;
        int instalments = 0;
        int named = 0;
        for (int i = 0; i < pays.size(); i++) {
            Item item = pays.get(i);
            boolean said =
                    named < pays.named().size() && pays.named().get(named).item() == item;
            named += said ? 1 : 0;
            boolean enough = vague >= most;
            if (enough && !said && pays.isPlain(i) && !comesNear(pays.amount(i))) {
                continue;
            }
            boolean fits = pays.isPlain(i) ? pays.amount(i) == line.size() : item.comesOutAt(line.size());
            boolean near = !fits && !said && !outweighed && nearly < MOST_NEARLY && nearly(item);
            boolean again =
                    known != null && instalments < MOST_INSTALMENTS && Instalments.before(item, line.size()) > 0;
            instalments += again ? 1 : 0;
            if (!fits && !said && !near && !again && vague++ >= most) {
                continue;
            }
            if (!said && item.last() != null && Instalments.isNext(item, line, mentions) < 0) {
                // the text says that it is another part than this would be
                continue;
            }
            Explanation one = OneDocument.explain(item, line, tolerance, mentions);
            if (one == null) {
                continue;
            }
            if (said && one.fit() == Fit.PARTIAL && item.held().isEmpty()) {
                lessSaid(one);
            }
            if (known != null && one.fit() == Fit.PARTIAL && new UsualAmount(book, line).isShortOf(item, pays)) {
                asBefore(one);
            }
            if (fits && (!said || sharesItsPlace(pays.named(), named - 1))) {
                unsaid.add(one);
            }
            if (near) {
                // the oldest first, though others are nearly as probable
                one.weighs(-LATER_NEARLY * nearly++);
            }
            found.add(one);
        }
        Twins.rank(unsaid, line, tolerance, book);
    }

    private static void asBefore(Explanation part) {
        part.weighs(Weights.USUAL_AMOUNT);
        part.speaksFor(
                ReasonCode.AMOUNT_AS_BEFORE,
                "amount",
                () -> List.of(Arguments.party(part.first().party())));
        part.isTold();
    }

    private void lessSaid(Explanation part) {
        SaidDeduction deduction = new SaidDeduction(line, tolerance, mentions);
        deduction.doubt(part);
        Explanation whole = deduction.explain(part.first());
        if (whole != null) {
            found.add(whole);
        }
    }

    /** Whether the place that names one names others too, as the reference that a tenant uses every month. */
    private static boolean sharesItsPlace(List<Mentions.Hit> named, int one) {
        Mentions.Hit hit = named.get(one);
        for (int i = 0; i < named.size(); i++) {
            Mentions.Hit other = named.get(i);
            if (i != one && other.text() == hit.text() && other.from() == hit.from() && other.to() == hit.to()) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is missing may be explained by rounding, a fee or the discount. */
    private boolean nearly(Item item) {
        long gap = item.open() - line.size();
        return gap > 0 && (gap == item.discount() || mayBeWrittenOff(gap, item.open()));
    }

    private boolean mayBeWrittenOff(long gap, long open) {
        return tolerance.rounds(gap, open) || Kinds.abroad(line) && tolerance.allowsFee(gap, open);
    }

    /** Whether the line pays all of what is open, or so much that the rest may be written off. */
    private boolean comesNear(long open) {
        long gap = open - line.size();
        return gap == 0 || gap > 0 && mayBeWrittenOff(gap, open);
    }

    // ---- several documents

    private void sets(Candidates pays, Candidates nets) {
        List<Item> range = pays.size() > 2 ? mentions.range(line.size(), pays.items()) : List.of();
        List<Item> namedPays = pays.clearlyNamed();
        List<Item> namedNets = nets.clearlyNamed();
        Explanation listed = namedPays.size() > 1 && Items.open(namedPays) > line.size()
                ? new ListedAmounts(line, mentions, pays.named()).explanation()
                : null;
        if (listed != null) {
            found.add(listed);
        } else if (range.size() > 2) {
            found.add(Less.NOTHING.explain(range, List.of(), line, false));
        } else if (!namedPays.isEmpty() || namedNets.size() > 1) {
            found.addAll(new NamedSets(line, namedPays, namedNets).explanations(pays.items(), nets.items()));
        } else if (allSaid(pays, nets)) {
            found.add(Less.NOTHING.explain(said(pays), said(nets), line, false));
        } else if (known != null && known.weight() >= KNOWN) {
            found.addAll(new UnnamedSets(line, pays, nets.items()).explanations(known.certain()));
            Explanation statement =
                    mentions.words().sayStatement() ? new Statement(line, pays, nets).explanation() : null;
            if (statement != null) {
                found.removeIf(one -> one.deed().equals(statement.deed()));
                found.add(statement);
            }
        }
    }

    /** Whether all that the text names, each less than clearly ("2004, 2005" may be years), comes out: then it was meant. */
    private boolean allSaid(Candidates pays, Candidates nets) {
        List<Item> said = pays.named().size() > 1 && !mentions.mayBeRange() ? said(pays) : List.of();
        return said.size() > 1 && Items.open(said) - Items.open(said(nets)) == line.size();
    }

    private static List<Item> said(Candidates items) {
        List<Item> said = new ArrayList<>();
        for (Mentions.Hit hit : items.named()) {
            if (hit.to() - hit.from() >= SHORTEST_SAID) {
                said.add(hit.item());
            }
        }
        return said;
    }
}
