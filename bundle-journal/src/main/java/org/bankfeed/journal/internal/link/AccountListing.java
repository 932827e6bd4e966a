package org.bankfeed.journal.internal.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.feed.UnreadableAccount;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.notice.Consent;
import org.bankfeed.journal.internal.notice.SharedTwice;
import org.bankfeed.journal.internal.notice.UnreadableAccounts;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.PendingTable;
import org.bankfeed.journal.internal.table.RandomIds;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Sentence;

/** Keeps what a provider lists: which accounts a link shares now, and how they stand. */
public final class AccountListing {

    private static final int LONGEST = 200;

    private final UnitOfWork unit;
    private final CompanyId company;
    private final LinkRow link;
    private final Instant now;
    private final Namesakes namesakes;
    private final Set<String> elsewhere = new HashSet<>();

    private AccountListing(UnitOfWork unit, CompanyId company, LinkRow link, List<FeedAccount> listing, Instant now) {
        this.unit = unit;
        this.company = company;
        this.link = link;
        this.now = now;
        this.namesakes = new Namesakes(unit, company, link, listing);
    }

    /** An account that is shared now, under which of its ids, and what the provider said of it. */
    public record Shared(AccountRow account, AliasRow alias, FeedAccount said) {}

    /**
     * Keeps a listing. An account that another standing link of the company shares already is left to that link.
     *
     * @return the accounts to be read through this link
     */
    public static List<Shared> keep(
            UnitOfWork unit, CompanyId company, LinkRow link, SharedAccounts listing, Instant now) {
        CompanyTurn.take(unit, company);
        List<FeedAccount> readable =
                listing.accounts().stream().filter(AccountListing::fits).toList();
        AccountListing accounts = new AccountListing(unit, company, link, readable, now);
        accounts.unreadable(listing);
        ConnectionTable.sharesNone(unit, company, link.id(), listing.isEmpty(), now);
        return accounts.keep(readable);
    }

    private void unreadable(SharedAccounts listing) {
        Stream<UnreadableAccount> tooLong = listing.accounts().stream()
                .filter(said -> !fits(said))
                .map(said -> new UnreadableAccount(
                        said.id(),
                        null,
                        said.description(),
                        Sentence.of(FaultCode.NUMBER_TOO_LONG, new Count(LONGEST))));
        List<UnreadableAccount> all =
                Stream.concat(listing.unreadable().stream(), tooLong).toList();
        UnreadableAccounts.keep(unit, company, link, all, now)
                .forEach(sentence -> Refusals.count(unit, company, Refusal.Kind.ANSWER, 1, sentence, now));
    }

    private List<Shared> keep(List<FeedAccount> listing) {
        List<Shared> shared = new ArrayList<>();
        // A replaced connection and its replacement may both list an account: the replacement has the word.
        List<FeedAccount> ordered = listing.stream()
                .sorted(Comparator.comparing(said -> !isDeprecated(said)))
                .toList();
        for (FeedAccount said : ordered) {
            account(said).ifPresent(account -> shared.add(keep(account, said)));
        }
        describeNotReplaced(shared);
        SharedTwice.keep(unit, company, link.id(), elsewhere, now);
        unshareOthers(shared);
        return shared;
    }

    private static boolean fits(FeedAccount said) {
        return said.id().value().length() <= LONGEST && said.reference().value().length() <= LONGEST;
    }

    private Optional<AccountRow> account(FeedAccount said) {
        Optional<AccountRow> known = namesakes.known(said);
        if (known.isEmpty() && AccountTable.correctKind(unit, company, said)) {
            known = namesakes.known(said);
        }
        if (known.filter(this::readElsewhere).isPresent()) {
            elsewhere.add(known.get().id());
            return Optional.empty();
        }
        if (known.isPresent()) {
            return known;
        }
        String id = RandomIds.shortId();
        AccountTable.insert(unit, company, id, link.id(), said, namesakes.number(said), now);
        return AccountTable.find(unit, company, id);
    }

    private boolean readElsewhere(AccountRow account) {
        ConnectionId other = account.account().connection();
        return other != null
                && !other.value().equals(link.id())
                && account.notSharedSince() == null
                && ConnectionTable.find(unit, company, other.value())
                        .filter(link -> link.is(State.CONNECTED))
                        .isPresent();
    }

    private static boolean isDeprecated(FeedAccount said) {
        return said.availability() == FeedAccount.Availability.DEPRECATED;
    }

    /** What a replaced connection says of an account counts while nothing else lists it. */
    private void describeNotReplaced(List<Shared> shared) {
        Set<String> described = shared.stream()
                .filter(one -> !isDeprecated(one.said()))
                .map(one -> one.account().id())
                .collect(Collectors.toSet());
        shared.replaceAll(one -> described.contains(one.account().id()) ? one : described(one));
    }

    private Shared described(Shared one) {
        AccountTable.describe(unit, company, one.account(), link.id(), one.said(), now);
        return new Shared(
                AccountTable.find(unit, company, one.account().id()).orElse(one.account()), one.alias(), one.said());
    }

    private Shared keep(AccountRow account, FeedAccount said) {
        boolean deprecated = isDeprecated(said);
        if (!deprecated) {
            AccountTable.describe(unit, company, account, link.id(), said, now);
        }
        List<AliasRow> aliases = AliasTable.all(unit, company, account.id());
        String feedAccount = said.id().value();
        Optional<AliasRow> known = aliases.stream()
                .filter(a -> a.feed().equals(link.feed()) && a.feedAccount().equals(feedAccount))
                .findFirst();
        boolean otherId = known.isEmpty() && !aliases.isEmpty();
        cameBack(account, said, otherId)
                .filter(since -> !deprecated || otherId || account.notSharedSince() != null)
                .ifPresent(since -> Reconnects.ofAccount(unit, company, link.id(), account, since, now));
        AliasRow alias = known.orElseGet(
                () -> AliasTable.add(unit, company, account.id(), aliases.size() + 1, link.feed(), feedAccount, now));
        if (!alias.shared()) {
            AliasTable.shared(unit, company, account.id(), alias.number(), true);
        }
        return new Shared(AccountTable.find(unit, company, account.id()).orElse(account), alias, said);
    }

    /** Since when its lines were missing, if it was away until now or comes under another id. */
    private Optional<Instant> cameBack(AccountRow account, FeedAccount said, boolean otherId) {
        Instant last = account.account().lastReadAt();
        Instant given = account.authorizedAt();
        boolean givenAgain = said.authorizedAt() != null
                && (given == null || said.authorizedAt().isAfter(given));
        Optional<Instant> ended = Consent.of(account, now)
                .filter(consent -> consent.hasEnded() && givenAgain)
                .map(Consent::since);
        return otherId || account.notSharedSince() != null
                ? Optional.of(ended.orElse(last == null ? now : last))
                : ended;
    }

    private void unshareOthers(List<Shared> shared) {
        Set<String> listed = new HashSet<>();
        shared.forEach(one -> listed.add(one.account().id() + "/" + one.alias().number()));
        for (AccountRow account : AccountTable.all(unit, company)) {
            if (link.connection().id().equals(account.account().connection())) {
                unshareOthers(account, listed);
            }
        }
    }

    private void unshareOthers(AccountRow account, Set<String> listed) {
        boolean any = false;
        for (AliasRow alias : AliasTable.all(unit, company, account.id())) {
            boolean is = listed.contains(account.id() + "/" + alias.number());
            any |= is;
            if (alias.shared() && !is) {
                unshare(unit, company, alias);
            }
        }
        if (!any) {
            AccountTable.notShared(unit, company, account.id(), now);
        }
    }

    /** One id of an account is no longer shared. */
    public static void unshare(UnitOfWork unit, CompanyId company, AliasRow alias) {
        AliasTable.shared(unit, company, alias.account(), alias.number(), false);
        PendingTable.removeOfAlias(unit, company, alias.account(), alias.number());
    }
}
