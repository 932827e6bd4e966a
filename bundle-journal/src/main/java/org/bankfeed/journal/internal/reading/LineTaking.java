package org.bankfeed.journal.internal.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.JournalEntry.Kind;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.doubt.Likeness;
import org.bankfeed.journal.internal.doubt.Overlap;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.ChangedAmountTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.DoubtTable;
import org.bankfeed.journal.internal.table.LineAliasTable;
import org.bankfeed.journal.internal.table.LineRow;
import org.bankfeed.journal.internal.table.LineTable;
import org.bankfeed.journal.internal.table.LogTable;
import org.bankfeed.journal.internal.table.Reading;
import org.bankfeed.journal.internal.table.Storable;
import org.bankfeed.journal.internal.table.UnreadableTable;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Takes lines of one account into the journal, in the company's turn. Made anew for each transaction. */
public final class LineTaking {

    private final UnitOfWork unit;
    private final CompanyTurn turn;
    private final CompanyId company;
    private final AccountRow account;
    private final AliasRow alias;
    private final Instant now;
    private final boolean open;

    private final List<LineTable.Fresh> fresh = new ArrayList<>();
    private final List<LogTable.Entry> entries = new ArrayList<>();
    private final Set<String> recognized = new HashSet<>();
    private final Tally tally = new Tally();
    private boolean someWait;
    private @Nullable Sentence whyUnreadable;
    private int removed;

    public LineTaking(UnitOfWork unit, CompanyTurn turn, AccountRow account, AliasRow alias, Instant now) {
        this.unit = unit;
        this.turn = turn;
        this.company = turn.company();
        this.account = account;
        this.alias = alias;
        this.now = now;
        this.open = account.account().active() && account.account().loaded() && alias.complete();
    }

    /**
     * What came of it.
     *
     * @param tally how many lines were new or changed
     * @param came how many ids came that were not known, whether they were new lines or known ones under another id
     * @param sameIds whether lines known from another alias came under their known ids
     */
    public record Outcome(Tally tally, int came, boolean sameIds) {}

    /**
     * Takes the lines.
     *
     * @param firstOrder the bank order of the first one; the others follow
     */
    public Outcome take(Collection<FeedLine> lines, long firstOrder) {
        Map<String, FeedLine> byId = new LinkedHashMap<>();
        for (FeedLine line : lines) {
            FeedLine storable = Storable.of(line);
            byId.put(storable.id(), storable);
        }
        List<AliasRow> aliases = AliasTable.all(unit, company, account.id());
        List<String> ids = List.copyOf(byId.keySet());
        Map<String, LineRow> known =
                LineTable.known(unit, company, account.id(), alias.number(), ids, aliases.size() > 1);
        AliasRow compared = cameUnderKnownIds(known) ? alias.withSameIds() : alias;
        List<Integer> others = Overlap.comparable(account, compared, aliases);
        List<FeedTransaction> unknown = takeEquals(notRead(byId, known), known, others);
        Likeness likeness = Likeness.with(unit, company, account.id(), alias.number(), others, unknown);
        Marks marks = Marks.of(unit, company, account.id(), known);
        long order = firstOrder;
        for (FeedLine line : byId.values()) {
            if (!recognized.contains(line.id())) {
                take(line, known.get(line.id()), likeness, marks, order);
            }
            order++;
        }
        write(!others.isEmpty());
        return new Outcome(tally, fresh.size() + recognized.size(), compared.sameIds());
    }

    private boolean cameUnderKnownIds(Map<String, LineRow> known) {
        return known.values().stream().anyMatch(line -> line.aliasContent() == null && line.alias() != alias.number());
    }

    private static List<FeedTransaction> notRead(Map<String, FeedLine> lines, Map<String, LineRow> known) {
        List<FeedTransaction> read = new ArrayList<>();
        for (FeedLine line : lines.values()) {
            LineRow row = known.get(line.id());
            if (line instanceof FeedLine.Readable readable && (row == null || row.read() == null)) {
                read.add(readable.transaction());
            }
        }
        return read;
    }

    /**
     * Takes those lines that equal one which is known, before the others are looked at: an equal one goes before one that
     * is only like it.
     *
     * @return the others
     */
    private List<FeedTransaction> takeEquals(
            List<FeedTransaction> lines, Map<String, LineRow> known, List<Integer> others) {
        Overlap overlap = Overlap.with(unit, company, account.id(), alias.number(), others, lines);
        List<FeedTransaction> unknown = new ArrayList<>();
        for (FeedTransaction line : lines) {
            Optional<LineAliasTable.Known> same = overlap.take(line);
            if (same.isPresent()) {
                isKnown(known.get(line.id()), line, same.get());
            } else {
                unknown.add(line);
            }
        }
        return unknown;
    }

    private void take(FeedLine line, @Nullable LineRow row, Likeness likeness, Marks marks, long order) {
        if (line instanceof FeedLine.Unreadable unreadable) {
            takeUnreadable(unreadable, row, order);
            return;
        }
        FeedTransaction read = ((FeedLine.Readable) line).transaction();
        if (row != null && row.read() != null) {
            takeAgain(row, row.read(), read, line.raw(), marks);
            return;
        }
        boolean doubtful = likeness.isAlike(read);
        if (row == null) {
            takeNew(read, line.raw(), order, doubtful);
        } else {
            becomesReadable(row.inDoubt(doubtful), read, line.raw());
        }
    }

    private void takeNew(FeedTransaction read, String raw, long order, boolean doubtful) {
        boolean enters = !doubtful && enters(read, Kind.NEW, read.id());
        add(read.id(), read, raw, null, order, read.executionDate(), doubtful, enters);
        if (doubtful) {
            DoubtTable.add(unit, company, account.id(), read.id(), alias.number(), now);
        }
        tally.added++;
    }

    private void takeUnreadable(FeedLine.Unreadable line, @Nullable LineRow row, long order) {
        String id = row == null ? line.id() : row.feedId();
        if (row == null) {
            add(id, null, line.raw(), line.why(), order, LocalDate.ofInstant(now, account.zone()), false, false);
            tally.added++;
            tally.unreadable++;
            whyUnreadable = line.why();
        } else if (row.raw().equals(line.raw())) {
            return;
        } else if (row.read() == null) {
            LineTable.stillUnreadable(unit, company, account.id(), id, line.raw(), line.why());
        }
        UnreadableTable.keep(unit, company, account.id(), alias.number(), id, line.raw(), line.why(), now);
    }

    private void becomesReadable(LineRow row, FeedTransaction given, String raw) {
        FeedTransaction read = Reading.withId(given, row.feedId());
        boolean enters = !row.doubtful() && enters(read, Kind.NEW, row.feedId());
        change(row, read, raw, enters);
        if (row.doubtful()) {
            DoubtTable.add(unit, company, account.id(), row.feedId(), alias.number(), now);
        }
        UnreadableTable.remove(unit, company, account.id(), row.feedId());
    }

    /** The line is one that another link gave before: it gets one more id and stays what it is. */
    private void isKnown(@Nullable LineRow row, FeedTransaction given, LineAliasTable.Known known) {
        if (row != null) {
            LineTable.remove(unit, company, account.id(), row.feedId());
            UnreadableTable.remove(unit, company, account.id(), row.feedId());
            removed++;
        }
        LineAliasTable.add(unit, company, account.id(), alias.number(), given.id(), known, Reading.content(given));
        recognized.add(given.id());
    }

    private void takeAgain(LineRow row, FeedTransaction before, FeedTransaction given, String raw, Marks marks) {
        if (marks.unreadable().contains(row.feedId())) {
            UnreadableTable.remove(unit, company, account.id(), row.feedId());
        }
        if (row.aliasContent() != null) {
            String content = Reading.content(given);
            if (row.aliasContent().equals(content)) {
                return;
            }
            LineAliasTable.update(unit, company, account.id(), alias.number(), given.id(), content);
        }
        FeedTransaction read = keepAmount(row, before, Reading.withId(given, row.feedId()), marks);
        if (!read.equals(before)) {
            change(row, read, raw, !row.doubtful() && changeEnters(row, read));
        }
    }

    private boolean changeEnters(LineRow row, FeedTransaction read) {
        return row.logged() ? enter(Kind.CHANGED, row.feedId()) : enters(read, Kind.NEW, row.feedId());
    }

    /** The first amount stays; another one is for a person to see. */
    private FeedTransaction keepAmount(LineRow row, FeedTransaction before, FeedTransaction given, Marks marks) {
        boolean noticed = marks.changedAmount().contains(row.feedId());
        if (given.amount().equals(before.amount())) {
            if (noticed) {
                ChangedAmountTable.remove(unit, company, account.id(), row.feedId());
            }
            return given;
        }
        ChangedAmountTable.keep(unit, company, account.id(), row.feedId(), given.amount(), now);
        tally.changed += noticed ? 0 : 1;
        return Reading.withAmount(given, before.amount());
    }

    private void change(LineRow row, FeedTransaction read, String raw, boolean logged) {
        if (!row.raw().equals(raw)) {
            LineTable.keepFormerRaw(unit, company, account.id(), row, turn.nextArrival(), now);
        }
        LineTable.update(unit, company, account.id(), row.with(read, raw, logged), read);
        tally.changed++;
    }

    private void add(
            String id,
            @Nullable FeedTransaction read,
            String raw,
            @Nullable Sentence problem,
            long order,
            LocalDate shown,
            boolean doubtful,
            boolean logged) {
        fresh.add(new LineTable.Fresh(
                id, alias.number(), read, raw, problem, now, turn.nextArrival(), order, shown, doubtful, logged));
    }

    /** Whether the line enters the log now; if it may but its account is still loading, it waits. */
    private boolean enters(FeedTransaction read, Kind kind, String feedId) {
        if (!account.counts(read.executionDate())) {
            return false;
        }
        someWait |= !open;
        return open && enter(kind, feedId);
    }

    private boolean enter(Kind kind, String feedId) {
        entries.add(new LogTable.Entry(kind, feedId));
        return true;
    }

    private void write(boolean compared) {
        LineTable.insert(unit, company, account.id(), fresh);
        someWait |= compared && DoubtTable.settle(unit, company, account.id()) > 0;
        LogTable.append(unit, turn, account.id(), entries, now);
        if (whyUnreadable != null) {
            Sentence sentence = Sentence.of(SentenceCode.LINE_UNREADABLE, new Name(account.called()), whyUnreadable);
            Refusals.count(unit, company, Refusal.Kind.LINE, tally.unreadable, sentence, now);
        }
        int more = fresh.size() - removed;
        if (more != 0) {
            AccountTable.countLines(unit, company, account.id(), more);
        }
        if (someWait && account.account().loaded()) {
            AccountTable.entryDue(unit, company, account.id());
        }
    }

    /** Which of the known lines have something open besides. */
    private record Marks(Set<String> unreadable, Set<String> changedAmount) {

        static Marks of(UnitOfWork unit, CompanyId company, String account, Map<String, LineRow> known) {
            List<String> ids = known.values().stream().map(LineRow::feedId).toList();
            return new Marks(
                    UnreadableTable.among(unit, company, account, ids),
                    ChangedAmountTable.among(unit, company, account, ids));
        }
    }
}
