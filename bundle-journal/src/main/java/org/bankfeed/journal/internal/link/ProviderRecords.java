package org.bankfeed.journal.internal.link;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.ProviderRecord;
import org.bankfeed.journal.ProviderRecord.Agreement;
import org.bankfeed.journal.ProviderRecord.SharedAccount;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Vault;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Asks a provider for what it keeps of a link, and lays it beside what we know. */
public final class ProviderRecords {

    private final Stage stage;
    private final Vault vault;
    private final Linking linking;
    private final Clock clock;

    public ProviderRecords(Stage stage, Vault vault, Linking linking, Clock clock) {
        this.stage = stage;
        this.vault = vault;
        this.linking = linking;
        this.clock = clock;
    }

    public ProviderRecord of(CompanyId company, ConnectionId connection, YearMonth month) throws JournalException {
        LinkRow link = linking.link(company, connection.value());
        Organization organization = link.connection().organization();
        if (organization == null) {
            throw notPossible(Sentence.of(SentenceCode.NOTHING_KEPT_THERE, new Name(Provider.of(link.feed()))));
        }
        if (month.isAfter(YearMonth.from(clock.instant().atZone(Provider.ZONE)))) {
            throw notPossible(Sentence.of(SentenceCode.MONTH_TO_COME, new Name(month.toString())));
        }
        BankFeed feed = linking.feed(link.feed());
        Secrets secrets = vault.secretsOf(company, link.vaultOwner());
        try {
            FeedUsage usage = feed.usage(secrets, organization, month).orElseThrow(() -> keepsNone(link));
            List<FeedShare> shares = feed.shares(secrets).orElseThrow(() -> keepsNone(link));
            return compared(company, link, organization, usage, shares);
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            throw Linking.refusal(e);
        }
    }

    private static JournalException keepsNone(LinkRow link) {
        return notPossible(
                Sentence.of(SentenceCode.NO_USAGE_KEPT, new Name(link.feed()), new Name(Provider.of(link.feed()))));
    }

    private static JournalException notPossible(Sentence sentence) {
        return new JournalException(Reason.NOT_POSSIBLE, sentence);
    }

    private ProviderRecord compared(
            CompanyId company, LinkRow link, Organization organization, FeedUsage usage, List<FeedShare> shares) {
        Map<String, AliasRow> known = known(company, link);
        Map<String, SharedAccount> accounts = new LinkedHashMap<>();
        for (FeedShare share : shares) {
            String id = share.account().value();
            if (share.organization().equals(organization.id())) {
                accounts.put(id, listed(link, share, known.get(id)));
            }
        }
        known.forEach((id, alias) -> {
            if (alias.shared() && !link.is(State.DISCONNECTED)) {
                accounts.putIfAbsent(id, onlyHere(link, alias));
            }
        });
        List<SharedAccount> ordered = new ArrayList<>(accounts.values());
        ordered.sort(Comparator.comparing(SharedAccount::agreement)
                .thenComparing(one -> one.feedAccount().value()));
        return new ProviderRecord(link.connection().id(), usage, ordered, elsewhere(link, shares));
    }

    /** What we know of the link's accounts, by the provider's id. */
    private Map<String, AliasRow> known(CompanyId company, LinkRow link) {
        Map<String, AliasRow> known = new LinkedHashMap<>();
        stage.inTransaction(unit -> AccountTable.all(unit, company).stream()
                        .filter(account ->
                                link.connection().id().equals(account.account().connection()))
                        .flatMap(account -> AliasTable.all(unit, company, account.id()).stream())
                        .filter(alias -> alias.feed().equals(link.feed()))
                        .toList())
                .forEach(alias -> known.put(alias.feedAccount(), alias));
        return known;
    }

    private static SharedAccount listed(LinkRow link, FeedShare share, @Nullable AliasRow alias) {
        Agreement agreement = alias == null || link.is(State.DISCONNECTED)
                ? Agreement.PROVIDER_ONLY
                : alias.shared() ? Agreement.BOTH : Agreement.NOT_SHOWN;
        return new SharedAccount(
                share.account(),
                alias == null ? null : new AccountId(alias.account()),
                agreement,
                share.since(),
                share.lastAccessedAt(),
                sentence(link, agreement));
    }

    private static SharedAccount onlyHere(LinkRow link, AliasRow alias) {
        return new SharedAccount(
                new FeedAccountId(alias.feedAccount()),
                new AccountId(alias.account()),
                Agreement.HERE_ONLY,
                null,
                null,
                sentence(link, Agreement.HERE_ONLY));
    }

    private static Sentence sentence(LinkRow link, Agreement agreement) {
        SentenceCode said =
                switch (agreement) {
                    case BOTH -> SentenceCode.RECORD_AGREES;
                    case PROVIDER_ONLY ->
                        link.is(State.DISCONNECTED) ? SentenceCode.RECORD_AFTER_END : SentenceCode.RECORD_NOT_SEEN_YET;
                    case NOT_SHOWN -> SentenceCode.RECORD_NOT_SHOWN;
                    case HERE_ONLY -> SentenceCode.RECORD_HERE_ONLY;
                };
        return Sentence.of(said, new Name(Provider.of(link.feed())));
    }

    /** How many accounts are of organizations to which nobody here is linked. */
    private long elsewhere(LinkRow link, List<FeedShare> shares) {
        Set<String> ours = stage.inTransaction(unit -> ConnectionTable.organizations(unit, link.feed()));
        return shares.stream()
                .filter(share -> !ours.contains(share.organization()))
                .count();
    }
}
