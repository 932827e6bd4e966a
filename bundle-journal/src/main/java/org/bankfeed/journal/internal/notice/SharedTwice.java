package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Gravity;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;

/**
 * The accounts that a second link shares too. They go on being read through the first one, so nothing comes twice; but
 * who made the second one probably meant to renew the first.
 */
public final class SharedTwice {

    /** An account that a link shares, though another one reads it. */
    private record Shared(String connection, String account, Instant since) {}

    private static final String SELECT = "SELECT connection, account, since FROM shared_twice WHERE company = ?";

    private SharedTwice() {}

    /** Keeps which accounts of a listing are read elsewhere; writes only if that is news. */
    public static void keep(UnitOfWork unit, CompanyId company, String connection, Set<String> elsewhere, Instant now) {
        Set<String> known = all(unit, company).stream()
                .filter(shared -> shared.connection().equals(connection))
                .map(Shared::account)
                .collect(Collectors.toCollection(HashSet::new));
        for (String account : elsewhere) {
            if (!known.remove(account)) {
                unit.update(
                        "INSERT INTO shared_twice (company, connection, account, since) VALUES (?, ?, ?, ?)",
                        company.value(),
                        connection,
                        account,
                        now);
            }
        }
        for (String account : known) {
            unit.update(
                    "DELETE FROM shared_twice WHERE company = ? AND connection = ? AND account = ?",
                    company.value(),
                    connection,
                    account);
        }
    }

    public static List<Notice> notices(
            UnitOfWork unit, CompanyId company, Map<String, LinkRow> links, Map<String, AccountRow> accounts) {
        return all(unit, company).stream()
                .filter(shared -> isTwice(shared, links, accounts))
                .map(shared -> notice(
                        shared,
                        Objects.requireNonNull(links.get(shared.connection())),
                        Objects.requireNonNull(accounts.get(shared.account())),
                        links))
                .toList();
    }

    private static List<Shared> all(UnitOfWork unit, CompanyId company) {
        return unit.query(
                SELECT,
                row -> new Shared(row.text("connection"), row.text("account"), row.instant("since")),
                company.value());
    }

    /** Both links stand still. */
    private static boolean isTwice(Shared shared, Map<String, LinkRow> links, Map<String, AccountRow> accounts) {
        LinkRow second = links.get(shared.connection());
        AccountRow account = accounts.get(shared.account());
        ConnectionId reads = account == null ? null : account.account().connection();
        LinkRow first = reads == null ? null : links.get(reads.value());
        return second != null
                && first != null
                && first != second
                && second.is(State.CONNECTED)
                && first.is(State.CONNECTED);
    }

    private static Notice notice(Shared shared, LinkRow second, AccountRow account, Map<String, LinkRow> links) {
        ConnectionId reads = Objects.requireNonNull(account.account().connection());
        LinkRow first = Objects.requireNonNull(links.get(reads.value()));
        Sentence said = Sentence.of(
                SentenceCode.LINKED_TWICE,
                Words.name(account),
                Words.name(second.called()),
                Words.name(first.called()));
        return new Notice(
                Kind.LINKED_TWICE,
                shared.since(),
                List.of(said),
                second.connection().id(),
                account.account().id(),
                Gravity.CALM);
    }
}
