package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.store.UnitOfWork;

/**
 * How a company's links and accounts stand at a moment; notices are made of it.
 *
 * @param feeds that are there now
 * @param windows of the provider
 */
public record Standing(
        UnitOfWork unit,
        CompanyId company,
        Instant now,
        Feeds feeds,
        Windows windows,
        Map<String, LinkRow> links,
        Map<String, AccountRow> accounts) {

    public static Standing of(UnitOfWork unit, CompanyId company, Instant now, Feeds feeds, Windows windows) {
        Map<String, LinkRow> links = new LinkedHashMap<>();
        Map<String, AccountRow> accounts = new LinkedHashMap<>();
        ConnectionTable.all(unit, company).forEach(link -> links.put(link.id(), link));
        AccountTable.all(unit, company).stream()
                .sorted(Comparator.comparing(AccountRow::id))
                .forEach(account -> accounts.put(account.id(), account));
        return new Standing(unit, company, now, feeds, windows, links, accounts);
    }

    public Optional<LinkRow> linkOf(AccountRow account) {
        var connection = account.account().connection();
        return Optional.ofNullable(connection == null ? null : links.get(connection.value()));
    }

    /** The accounts that are read through a link, in the order of their ids. */
    public List<AccountRow> readThrough(LinkRow link) {
        return accounts.values().stream()
                .filter(account -> account.account().active())
                .filter(account ->
                        link.connection().id().equals(account.account().connection()))
                .toList();
    }

    public List<AccountId> affected(LinkRow link) {
        return readThrough(link).stream().map(row -> row.account().id()).toList();
    }

    /** When anything was last read through a link that stands, be it one account. */
    public Instant lastRead(LinkRow link) {
        Stream<Instant> read = readThrough(link).stream()
                .flatMap(row -> Optional.ofNullable(row.account().lastReadAt()).stream());
        return Stream.concat(read, Optional.ofNullable(link.connection().lastReadAt()).stream())
                .filter(moment -> moment.isAfter(link.connection().since()))
                .max(Comparator.naturalOrder())
                .orElse(link.connection().since());
    }

    public RecentLines recent(AccountRow row, Instant until) {
        return RecentLines.until(unit, company, row.id(), LocalDate.ofInstant(until, row.zone()));
    }
}
