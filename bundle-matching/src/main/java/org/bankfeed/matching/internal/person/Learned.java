package org.bankfeed.matching.internal.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Fact;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.FactTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Page;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What was learned of who pays for whom, for people: seen, forgotten, corrected. */
public final class Learned {

    private static final Comparator<Fact> BY_PARTY = Comparator.comparing(
                    (Fact fact) -> fact.partyName().toLowerCase(Locale.ROOT))
            .thenComparing(Fact::party)
            .thenComparing(Fact::kind)
            .thenComparing(Fact::key);

    private final Desk desk;
    private final Caller caller;

    public Learned(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    public Page<LearnedFact> page(FactQuery query) {
        return desk.look((unit, row, book) -> {
            List<Fact> all = book.facts().stream()
                    .filter(fact -> wanted(fact, query))
                    .sorted(BY_PARTY)
                    .toList();
            int from = query.after() == null ? 0 : place(all, query.after());
            int to = Math.min(all.size(), from + query.limit());
            return new Page<>(seen(unit, all.subList(from, to)), to < all.size() ? id(all.get(to - 1)) : null);
        });
    }

    /** After the fact of an id; nothing follows one that is gone, and whoever pages on begins anew. */
    private static int place(List<Fact> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (id(all.get(i)).equals(id)) {
                return i + 1;
            }
        }
        return all.size();
    }

    private static boolean wanted(Fact fact, FactQuery query) {
        boolean fits = (query.kinds().isEmpty() || query.kinds().contains(kind(fact)))
                && (fact.another() || !query.thirdParties());
        String text = query.text() == null ? "" : Fold.compact(query.text());
        return fits
                && (text.isEmpty()
                        || List.of(fact.partyName(), fact.party(), fact.payer(), fact.shown()).stream()
                                .anyMatch(one -> Fold.compact(one).contains(text)));
    }

    /** Forgets it; what was known. */
    public Fact forget(String id) throws MatchingException {
        return desk.<Fact, MatchingException>act((unit, row, book) -> {
            Fact fact = fact(book, id);
            say(unit, row, book, fact.key(), fact.party(), null);
            unit.audit(caller, "forget", id, "Forgot that " + called(fact) + " pays for " + fact.partyName());
            return fact;
        });
    }

    public LearnedFact correct(String id, String party) throws MatchingException {
        return desk.<LearnedFact, MatchingException>act((unit, row, book) -> {
            Fact fact = fact(book, id);
            if (!book.knows(party)) {
                throw new MatchingException(Reason.NOT_FOUND, Sentence.of(RefusalCode.PARTY_UNKNOWN, new Name(party)));
            }
            if (fact.party().equals(party)) {
                throw new MatchingException(
                        Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.PAYS_ALREADY, new Name(fact.partyName())));
            }
            say(unit, row, book, fact.key(), fact.party(), null);
            say(unit, row, book, fact.key(), party, fact.shown());
            Fact now = book.facts().stream()
                    .filter(one -> one.key().equals(fact.key()) && one.party().equals(party))
                    .findFirst()
                    .orElseThrow();
            unit.audit(
                    caller,
                    "correct",
                    id,
                    "Said that " + called(fact) + " pays for " + now.partyName() + " and not for " + fact.partyName());
            return seen(unit, List.of(now)).get(0);
        });
    }

    private void say(UnitOfWork unit, CompanyRow row, Book book, String key, String party, @Nullable String corrected) {
        FactTable.Said said =
                new FactTable.Said(row.next(), key, party, corrected, caller.name(), desk.clock.instant());
        FactTable.insert(unit, desk.company, said);
        said.tell(book);
    }

    private static Fact fact(Book book, String id) throws MatchingException {
        return book.facts().stream()
                .filter(fact -> id(fact).equals(id))
                .findFirst()
                .orElseThrow(() -> new MatchingException(Reason.NOT_FOUND, Sentence.of(RefusalCode.FACT_FORGOTTEN)));
    }

    /** With who said it and when: of the line that taught it last, or of the correction. */
    private List<LearnedFact> seen(UnitOfWork unit, List<Fact> facts) {
        List<String> lines = facts.stream()
                .map(Fact::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Taken> taught = lines.isEmpty()
                ? Map.of()
                : LineTable.several(unit, desk.company, lines).stream()
                        .collect(Collectors.toMap(taken -> taken.line().id(), Function.identity()));
        Map<String, FactTable.Said> corrected = new HashMap<>();
        if (facts.stream().anyMatch(fact -> fact.line() == null)) {
            FactTable.all(unit, desk.company).forEach(said -> corrected.put(said.key() + '\n' + said.party(), said));
        }
        return facts.stream()
                .map(fact -> {
                    Taken line = fact.line() == null ? null : taught.get(fact.line());
                    FactTable.Said said = corrected.get(fact.key() + '\n' + fact.party());
                    String by = line != null ? line.decidedBy() : said != null ? said.by() : null;
                    Instant at = line != null ? line.decidedAt() : said != null ? said.at() : Instant.EPOCH;
                    return seen(fact, by, at);
                })
                .toList();
    }

    private static LearnedFact seen(Fact fact, @Nullable String by, Instant at) {
        return new LearnedFact(
                id(fact),
                kind(fact),
                fact.shown(),
                fact.party(),
                fact.partyName(),
                fact.payer().isEmpty() ? null : fact.payer(),
                fact.another(),
                fact.byPerson(),
                fact.byEngine(),
                fact.rejected(),
                fact.line() == null ? null : TransactionId.parse(fact.line()),
                by,
                at);
    }

    private static LearnedFact.Kind kind(Fact fact) {
        return LearnedFact.Kind.valueOf(fact.kind().name());
    }

    /** As the audit log names it. */
    private static String called(Fact fact) {
        String what = kind(fact).name().toLowerCase(Locale.ROOT);
        return what + " " + seen(fact, null, Instant.EPOCH).shown();
    }

    /** Stands in addresses and logs, so nobody may read an account number in it. */
    private static String id(Fact fact) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((fact.key() + '\n' + fact.party()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
