package org.bankfeed.journal.internal.table;

import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.store.UnitOfWork;

/**
 * An account that a link shares now.
 *
 * @param row the account
 * @param link which shares it
 * @param feedAccount under which of the provider's ids: the newest, where a replaced one is still shared
 */
public record LinkedAccount(AccountRow row, LinkRow link, FeedAccountId feedAccount) {

    /** Empty if no link that stands shares it. */
    public static Optional<LinkedAccount> of(UnitOfWork unit, CompanyId company, AccountRow row) {
        var connection = row.account().connection();
        if (connection == null) {
            return Optional.empty();
        }
        return ConnectionTable.find(unit, company, connection.value())
                .filter(LinkRow::isReadable)
                .flatMap(link -> AliasTable.all(unit, company, row.id()).stream()
                        .filter(alias -> alias.shared() && alias.feed().equals(link.feed()))
                        .reduce((first, last) -> last)
                        .map(alias -> new LinkedAccount(row, link, new FeedAccountId(alias.feedAccount()))));
    }

    public String id() {
        return row.id();
    }
}
