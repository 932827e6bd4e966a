package org.bankfeed.journal.internal.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Connection.Cause;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.internal.link.Ending;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.EventTable;
import org.bankfeed.journal.internal.table.FaultTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.LogEntering;
import org.bankfeed.journal.internal.table.ReadingRow;
import org.bankfeed.journal.internal.table.ReadingTable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Vault;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/** Reads everything of a company that is to be read; what fails holds up nothing else. */
public final class CompanyReading {

    private final Stage stage;
    private final Vault vault;
    private final Feeds feeds;
    private final Ending ending;
    private final Clock clock;
    private final BooleanSupplier stopped;
    private final Caller caller;
    private final CompanyId company;
    private final Consumer<AccountRow> beginning;
    private final Findings findings = new Findings();

    public CompanyReading(
            Stage stage,
            Vault vault,
            Feeds feeds,
            Ending ending,
            Clock clock,
            BooleanSupplier stopped,
            Caller caller,
            Consumer<AccountRow> beginning) {
        this.stage = stage;
        this.vault = vault;
        this.feeds = feeds;
        this.ending = ending;
        this.clock = clock;
        this.stopped = stopped;
        this.caller = caller;
        this.company = caller.company();
        this.beginning = beginning;
    }

    public SyncReceipt read() {
        Instant begun = clock.instant();
        Optional<ReadingRow> before = stage.inTransaction(unit -> ReadingTable.find(unit, company));
        List<LinkRow> links = stage.inTransaction(unit -> ConnectionTable.all(unit, company));
        keepFaults(links);
        ending.tryAgain(caller);
        for (LinkRow link : links) {
            if (stopped.getAsBoolean()) {
                findings.problem(Sentence.of(SentenceCode.STOPPED));
                break;
            }
            if (link.isReadable()) {
                Secrets secrets = vault.secretsOf(company, link.vaultOwner());
                new LinkReading(stage, clock, stopped, caller, link, secrets, beginning, findings).read(feeds);
            } else if (link.is(State.BROKEN)) {
                findings.problem(broken(link));
            }
        }
        if (!links.isEmpty()) {
            Transactions.run(stage, unit -> {
                LogEntering.enter(unit, company, clock.instant());
            });
        }
        Transactions.run(
                stage,
                unit -> EventTable.doneWhereNothingIsRead(
                        unit, company, Sentence.of(SentenceCode.EVENT_LINK_NOT_READ)));
        if (!stopped.getAsBoolean()) {
            before.ifPresent(row -> ended(row, begun));
        }
        return findings.receipt();
    }

    /** So that a notice tells since when, also after a start. */
    private void keepFaults(List<LinkRow> links) {
        Map<String, Instant> kept = stage.inTransaction(FaultTable::all);
        links.stream().filter(LinkRow::isReadable).map(LinkRow::feed).distinct().forEach(feed -> {
            Optional<Feeds.Fault> fault = feeds.fault(feed);
            if (fault.isPresent() != kept.containsKey(feed)) {
                Transactions.run(stage, unit -> {
                    fault.ifPresentOrElse(
                            found -> FaultTable.begins(unit, feed, found.since()), () -> FaultTable.ends(unit, feed));
                });
            }
        });
    }

    private void ended(ReadingRow before, Instant begun) {
        Instant again = findings.again().map(clock.instant()::plus).orElse(null);
        Transactions.run(stage, unit -> {
            ReadingTable.wasRead(unit, before, begun, again);
        });
    }

    private static Sentence broken(LinkRow link) {
        Name called = new Name(link.called());
        Moment since = new Moment(link.connection().since(), Provider.ZONE);
        return link.connection().cause() == Cause.REVOKED
                ? Sentence.of(SentenceCode.LINK_REVOKED_SINCE, called, new Name(Provider.of(link.feed())), since)
                : Sentence.of(SentenceCode.LINK_BROKEN_SINCE, called, since);
    }
}
