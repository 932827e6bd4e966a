package org.bankfeed.benchmarks.kinds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.judge.Decider;

/** Lays each line before the matching, counts what it says, and then tells it the truth where it was not right by itself. */
final class Referee {

    static final String SAVINGS = "NL11BANK0999999999";
    private static final String OWN = "NL11BANK0111111111";

    final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);

    private final Book book = new Book();
    private final Map<String, Document> documents = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int lines;

    Referee() {
        // the other account of the company is known by a line that stands on it
        book.record(new Draft(LocalDate.of(2024, 12, 31), 1).on("L0", SAVINGS), List.of(), true);
    }

    void put(Document document) {
        book.put(document);
        documents.put(document.id(), document);
        ids.add(document.id());
    }

    void close(String document, LocalDate day) {
        book.close(document, (int) day.toEpochDay());
    }

    boolean discountMayBeTaken(String document, LocalDate day) {
        Document found = documents.get(document);
        return found != null && found.discountUntil() != null && !day.isAfter(found.discountUntil());
    }

    /** What is open of a sale that came lately, or 0. */
    long someOpenAmount(Random random) {
        for (int i = 0; i < 20 && !ids.isEmpty(); i++) {
            String id = ids.get(Math.max(0, ids.size() - 1 - random.nextInt(80)));
            if (book.documents().settledByMoneyIn(id) && book.documents().open(id) > 0) {
                return book.documents().open(id);
            }
        }
        return 0;
    }

    /** Lays a line before the matching; its id. */
    String line(Kind kind, Draft draft, List<Share> truth) {
        Line line = draft.on("L" + ++lines, OWN);
        Verdict verdict = Decider.decide(book, line);
        boolean fine = tallies.computeIfAbsent(kind, k -> new Tally()).add(verdict, truth);
        book.record(line, truth, !fine);
        String settled = verdict.settled();
        if (fine && settled != null) {
            book.link(line.id(), settled);
        }
        return line.id();
    }

    /** A line under construction. */
    static final class Draft {
        private final LocalDate day;
        private final long amount;
        private String name = "";
        private String account = "";
        private String text = "";
        private boolean structured;
        private String code;
        private String endToEndId = "NOTPROVIDED";
        private String mandate = "";

        Draft(LocalDate day, long amount) {
            this.day = day;
            this.amount = amount;
            this.code = amount > 0 ? "PMNT-RCDT-ESCT" : "PMNT-ICDT-ESCT";
        }

        Draft from(String who, String number) {
            name = who;
            account = number;
            return this;
        }

        Draft says(String words, boolean asReference) {
            text = words;
            structured = asReference;
            return this;
        }

        Draft code(String bankCode) {
            code = bankCode;
            return this;
        }

        Draft collected(String id, String ofMandate) {
            endToEndId = id;
            mandate = ofMandate;
            return code("PMNT-IDDT-ESDD");
        }

        Draft returned(String id, String ofMandate) {
            endToEndId = id;
            mandate = ofMandate;
            return code("PMNT-IDDT-UPDD");
        }

        private Line on(String id, String own) {
            return new Line(
                    id, own, day, amount, "EUR", name, account, text, structured, code, endToEndId, mandate, "", "");
        }
    }
}
