package org.bankfeed.journal.internal.event;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.ArrivalTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.EventRow;
import org.bankfeed.journal.internal.table.EventTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;

/**
 * The webhooks that wait for the reading of one link. They are looked up before it begins: what a later one hints at may
 * have been missed, so that one waits for the next reading. Where none waits and nothing is missing, that is two look-ups
 * in an index.
 */
public final class Hints {

    private final Stage stage;
    private final Clock clock;
    private final CompanyId company;
    private final LinkRow link;
    private final List<EventRow> waiting;
    private final boolean someMissing;

    private Hints(Stage stage, Clock clock, CompanyId company, LinkRow link) {
        this.stage = stage;
        this.clock = clock;
        this.company = company;
        this.link = link;
        this.waiting = stage.inTransaction(unit -> EventTable.waiting(unit, company, link.id()));
        this.someMissing = !stage.inTransaction(this::tooFew).isEmpty();
    }

    public static Hints of(Stage stage, Clock clock, CompanyId company, LinkRow link) {
        return new Hints(stage, clock, company, link);
    }

    /** The synchronizations that are told to have changed lines of an account, each once. */
    public List<String> changedBy(AliasRow alias) {
        return waiting.stream()
                .filter(event -> event.tellsOfChanges(alias.feedAccount()))
                .map(EventRow::synchronization)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * The link was read.
     *
     * @param complete whether an account of that id was read to its end by this reading; a webhook of another one goes on
     *     waiting
     */
    public void wereRead(Predicate<String> complete) {
        if (waiting.isEmpty() && !someMissing) {
            return;
        }
        Transactions.run(stage, unit -> {
            CompanyTurn.take(unit, company);
            Instant now = clock.instant();
            List<EventRow> all = new ArrayList<>(stillWaiting(unit));
            all.addAll(tooFew(unit));
            all.sort(Comparator.comparing(EventRow::madeAt).thenComparing(EventRow::id));
            all.forEach(event -> wasRead(unit, event, complete, now));
        });
    }

    /** Another node may have read the link as well, for a person. */
    private List<EventRow> stillWaiting(UnitOfWork unit) {
        Set<String> now = EventTable.waiting(unit, company, link.id()).stream()
                .map(EventRow::id)
                .collect(Collectors.toSet());
        return waiting.stream().filter(event -> now.contains(event.id())).toList();
    }

    /** Those of before of which some lines are missing. */
    private List<EventRow> tooFew(UnitOfWork unit) {
        return EventTable.tooFew(unit, company, clock.instant().minus(ArrivalTable.KEPT)).stream()
                .filter(event -> event.connection().equals(link.id()))
                .toList();
    }

    private void wasRead(UnitOfWork unit, EventRow event, Predicate<String> complete, Instant now) {
        String feedAccount = event.feedAccount();
        if (feedAccount == null) {
            nothingToCompare(unit, event, EventSentences.read(now));
            return;
        }
        Optional<AliasRow> alias = AliasTable.ofFeedAccount(unit, company, link.feed(), feedAccount)
                .filter(AliasRow::shared);
        if (alias.isEmpty()) {
            nothingToCompare(unit, event, EventSentences.notShared(link.feed()));
            return;
        }
        AccountRow account =
                AccountTable.find(unit, company, alias.get().account()).orElseThrow();
        if (!link.connection().id().equals(account.account().connection())) {
            nothingToCompare(unit, event, EventSentences.readElsewhere(account));
        } else if (!account.account().active()) {
            nothingToCompare(unit, event, EventSentences.switchedOff(account));
        } else if (complete.test(account.id())) {
            compare(unit, alias.get(), event, now);
        }
    }

    private void nothingToCompare(UnitOfWork unit, EventRow event, Sentence sentence) {
        EventTable.done(unit, company, event.withMissing(0), sentence);
    }

    /** Compares the number of new lines that it tells of with what came. */
    private void compare(UnitOfWork unit, AliasRow alias, EventRow event, Instant now) {
        int told = event.newLines();
        if (told == 0) {
            nothingToCompare(unit, event, EventSentences.read(now));
            return;
        }
        int open = event.missing() > 0 ? event.missing() : told;
        int missing = open - ArrivalTable.claim(unit, company, alias, event.madeAt(), open);
        if (missing != event.missing() || missing == 0) {
            EventTable.done(unit, company, event.withMissing(missing), EventSentences.compared(told, missing, now));
        }
    }

    /** The provider refused the link: there is nothing to wait for. */
    public void linkRefused() {
        Transactions.run(
                stage,
                unit -> waiting.forEach(
                        event -> EventTable.done(unit, company, event, Sentence.of(SentenceCode.EVENT_REFUSED))));
    }
}
