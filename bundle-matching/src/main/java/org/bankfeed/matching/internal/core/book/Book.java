package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.jspecify.annotations.Nullable;

/**
 * The book of one company: its documents with what is open of them, the lines that came, and what was learned of who
 * pays for whom. What is decided of a line is a function of what it was told before, in that order, and
 * of nothing else.
 *
 * <p>For one thread.
 */
public final class Book {

    /** How long a payer of whom we know nothing lets a document be, in days. */
    private static final int OVERDUE_OF_UNKNOWN = 15;

    final Documents documents = new Documents();
    final Facts facts = new Facts();
    final Senders senders = new Senders();
    final Payers payers = new Payers(facts, senders, documents.items);
    final ById<Past> lines = new ById<>(past -> past.id);
    final EndToEndIds endToEndIds = new EndToEndIds();
    private final Set<String> ownAccounts = new HashSet<>();

    /** Each currency, as the one object that all that is kept shares. */
    private final Map<String, String> currencies = new HashMap<>();

    final Undecided undecided = new Undecided();

    final EqualOrder equalOrder = new EqualOrder();

    /** Payments of ours that are under way. */
    final UnderWay underWay = new UnderWay();

    private final Settling settling = new Settling(documents, facts, undecided, endToEndIds, equalOrder, underWay);
    private Policy policy = Policy.NONE;

    public Senders senders() {
        return senders;
    }

    public Payers payers() {
        return payers;
    }

    public EndToEndIds endToEndIds() {
        return endToEndIds;
    }

    public Undecided undecided() {
        return undecided;
    }

    public EqualOrder equalOrder() {
        return equalOrder;
    }

    public UnderWay underWay() {
        return underWay;
    }

    /**
     * Takes a document in, or what changed of it. What our own lines settled of it stays settled: {@code outstanding} is
     * what is open beside them when it comes for the first time, and what it is now when it comes again.
     */
    public void put(Document document) {
        Payer party = payers.of(document.party());
        Item known = documents.get(document.id());
        Item item = known == null ? documents.add(document, party, one(document.currency())) : known;
        if (known != null) {
            documents.read(known, document);
        }
        tell(item.party, document.party().accounts());
        documents.open(item, document.outstanding());
        settling.arrived(item);
    }

    /** What the ERP says of whose an account is, once: it never says the contrary. */
    private void tell(Payer party, List<String> accounts) {
        if (accounts.equals(party.accounts)) {
            return;
        }
        party.accounts = accounts;
        for (String account : accounts) {
            Facts.Key key = new Facts.Key(Facts.account(account));
            Facts.Said said = facts.of(key).of(party.id);
            if (said == null || said.byHost == 0) {
                facts.host(key, party.id);
            }
        }
    }

    private String one(String currency) {
        return currencies.computeIfAbsent(currency, code -> code);
    }

    /** A document was settled or withdrawn by the user, by nothing that this book sees. */
    public void close(String document, int day) {
        documents.close(document, day);
    }

    /** The documents that it holds. */
    public Documents documents() {
        return documents;
    }

    /** From now on its lines are decided by these rules too. */
    public void follow(Policy rules) {
        policy = rules;
    }

    /** The rules that it follows. */
    public Policy policy() {
        return policy;
    }

    /** Takes a line in with what it settles (nothing, if nothing was decided); teaches who pays for whom. */
    public void record(Line line, List<Share> shares, boolean byPerson) {
        record(line, shares, byPerson, Set.of());
    }

    /**
     * The same, of a line of which something else was proposed.
     *
     * @param proposed documents that a person saw proposed; of those of another party he said that it is not paid by this
     *     account
     */
    public void record(Line line, List<Share> shares, boolean byPerson, Set<String> proposed) {
        Past past = lines.get(line.id());
        if (past == null) {
            past = new Past(line, senders.keep(line), one(line.currency()));
            lines.add(past);
            remember(past);
            ownAccounts.add(Facts.accountKey(line.account()));
        } else {
            settling.undo(past);
        }
        settling.settle(past, shares, byPerson, proposed);
    }

    /** The same, of a line that was taken in before; nothing is done if it was not. */
    public void record(String line, List<Share> shares, boolean byPerson, Set<String> proposed) {
        Past past = lines.get(line);
        if (past != null) {
            settling.undo(past);
            settling.settle(past, shares, byPerson, proposed);
        }
    }

    /** The currency of a line that was taken in, or {@code null} if it was not. */
    public @Nullable String currency(String line) {
        Past past = lines.get(line);
        return past == null ? null : past.currency;
    }

    /** Says which payments of ours are under way now, and that no others are. */
    public void announced(List<Announced> now) {
        underWay.announced(now);
    }

    /** Which payments under way a line carries out that settles so much. */
    public List<Announced> executedBy(Line line, List<Share> shares) {
        return underWay.executedBy(line, shares);
    }

    /** Says that a line carried out payments of ours: each may come back by itself. Undoing the line takes it back. */
    public void executed(String line, List<Announced> payments) {
        Past past = lines.get(line);
        if (past == null || payments.isEmpty()) {
            return;
        }
        past.executed = List.copyOf(payments);
        for (Announced payment : payments) {
            if (!payment.endToEndId().equals(past.endToEndId)) {
                endToEndIds.keep(payment.endToEndId(), past);
            }
        }
        underWay.executed(payments);
    }

    /** Says that a line spoke of a document that was settled already. */
    public void link(String line, String document) {
        Past past = lines.get(line);
        if (past != null) {
            past.linked = documents.get(document);
            undecided.remove(past);
        }
    }

    /** Says that the host's books hold a line's payment: it settles nothing here, and is decided all the same. */
    public void held(String line) {
        Past past = lines.get(line);
        if (past != null) {
            past.heldByHost = true;
            undecided.remove(past);
        }
    }

    /** Takes a line's shares back exactly, and what it taught. */
    public void undo(String line) {
        Past past = lines.get(line);
        if (past != null) {
            settling.undo(past);
            undecided.add(past);
        }
    }

    /** What a line settles now. */
    public List<Share> shares(String line) {
        Past past = lines.get(line);
        return past == null ? List.of() : past.shares;
    }

    /** What every line with this account, name or mandate says of who pays for whom, in no order. */
    public List<Fact> facts() {
        List<Fact> all = new ArrayList<>();
        NamesOnLines names = new NamesOnLines(senders, lines);
        facts.all().forEach((key, parties) -> {
            for (Facts.Said said : parties.all()) {
                if (said.learned() > 0 && payers.holds(said.party)) {
                    all.add(Fact.of(key, payers.of(said.party), said, names));
                }
            }
        });
        return all;
    }

    /** Forgets a fact, whatever taught it. Later lines may teach it anew. */
    public void forget(String key, String party) {
        facts.forget(key, party);
    }

    /**
     * A person says that what has this key pays for a party.
     *
     * @param shown the account number, name or mandate as he reads it
     */
    public void correct(String key, String party, String shown) {
        facts.correct(key, party, shown);
    }

    /** Whether lines came on an account, said as letters and digits: then it is the company's. */
    public boolean isOwnAccount(String account) {
        return ownAccounts.contains(account);
    }

    /** Whether the book knows a party. */
    public boolean knows(String party) {
        return payers.holds(party);
    }

    private void remember(Past past) {
        endToEndIds.keep(past.endToEndId, past);
        past.sender.add(past);
    }

    /**
     * Whether a word in a line's texts is an end-to-end id that we gave to an announced payment or
     * an earlier line, or on a line that bears an id of ours looks like those.
     */
    public boolean isIdOfOurs(Line line, String word) {
        return !underWay.withId(word).isEmpty() || endToEndIds.areOurs(line, word);
    }

    /** How many days after its due day the payer of a line paid what he paid last. */
    public int lastOverdue(Line line) {
        List<Past> before = senders.of(line).lines();
        for (int i = before.size() - 1; i >= 0; i--) {
            Past past = before.get(i);
            Item paid = past.shares.isEmpty() || past.amount > 0 != line.in()
                    ? null
                    : documents.get(past.shares.get(0).document());
            if (paid != null) {
                return Math.max(0, past.day - paid.due);
            }
        }
        return OVERDUE_OF_UNKNOWN;
    }
}
