package org.bankfeed.journal.internal.link;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which known account is meant where the number alone does not say so: the last digits of a card, or the address of a
 * payment service, may be those of several. An IBAN is one account's, unless accounts of two kinds bear it at once.
 * Accounts are joined where the rest agrees, and kept apart where it does not: two that should be one can be seen, and one
 * that should be two has mixed their lines.
 */
public final class Namesakes {

    private final UnitOfWork unit;
    private final CompanyId company;
    private final LinkRow link;
    private final Map<String, FeedAccount> listed;
    private final Set<String> taken = new HashSet<>();

    public Namesakes(UnitOfWork unit, CompanyId company, LinkRow link, List<FeedAccount> listing) {
        this.unit = unit;
        this.company = company;
        this.link = link;
        this.listed = listing.stream()
                .collect(Collectors.toMap(said -> said.id().value(), Function.identity(), (first, second) -> first));
    }

    /** The known account that is meant; empty if it is a new one. */
    public Optional<AccountRow> known(FeedAccount said) {
        List<AccountRow> namesakes = AccountTable.namesakes(unit, company, said);
        Optional<AccountRow> known = namesakes.stream()
                .filter(account -> hasId(account, said))
                .findFirst()
                .or(() -> namesakes.stream()
                        .filter(account -> isTheBanks(account, said))
                        .findFirst())
                .or(() -> namesakes.stream()
                        .sorted(Comparator.comparing(
                                account -> !account.subtype().equals(said.subtype())))
                        .filter(account -> isOne(account, said))
                        .findFirst());
        known.ifPresent(account -> taken.add(account.id() + " " + isReplaced(said)));
        return known;
    }

    private boolean hasId(AccountRow account, FeedAccount said) {
        return AliasTable.find(
                        unit, company, account.id(), link.feed(), said.id().value())
                .isPresent();
    }

    /** Whether both have the same id at the same bank. */
    private static boolean isTheBanks(AccountRow account, FeedAccount said) {
        String inside = account.internalReference();
        return inside != null
                && inside.equals(said.internalReference())
                && agree(account.account().institution(), said.institution());
    }

    private boolean isOne(AccountRow account, FeedAccount said) {
        return account.account().reference().equals(said.reference())
                        && said.reference().type() == Type.IBAN
                ? !isAnothers(account, said)
                : agrees(account, said)
                        && !isThereBeside(account, said)
                        && (isReplaced(said) || !isMeant(account, said));
    }

    /** Whether another one that is listed is the known account by the bank's own id. */
    private boolean isMeant(AccountRow account, FeedAccount said) {
        return listed.values().stream().anyMatch(other -> !other.id().equals(said.id()) && isTheBanks(account, other));
    }

    /** Whether the account of an IBAN is of another kind, and one of its own kind is listed at the same time. */
    private boolean isAnothers(AccountRow account, FeedAccount said) {
        return !isEntered(account)
                && !account.subtype().equals(said.subtype())
                && (isThereBeside(account, said)
                        || listed.values().stream()
                                .filter(other -> other.reference().equals(said.reference()))
                                .filter(other -> other.currency().equals(said.currency()) && !isReplaced(other))
                                .anyMatch(other -> other.subtype().equals(account.subtype())));
    }

    /** Whether the known account is listed too, under another id, and neither takes the other's place. */
    private boolean isThereBeside(AccountRow account, FeedAccount said) {
        return !isReplaced(said)
                && (taken.contains(account.id() + " false")
                        || AliasTable.all(unit, company, account.id()).stream()
                                .filter(alias -> alias.feed().equals(link.feed()))
                                .map(alias -> listed.get(alias.feedAccount()))
                                .filter(Objects::nonNull)
                                .anyMatch(other -> !other.id().equals(said.id()) && !isReplaced(other)));
    }

    private static boolean isReplaced(FeedAccount said) {
        return said.availability() == Availability.DEPRECATED;
    }

    /** An account that a person entered says nothing of itself yet. */
    private static boolean isEntered(AccountRow account) {
        return account.subtype().isEmpty();
    }

    private static boolean agrees(AccountRow account, FeedAccount said) {
        return isEntered(account)
                || account.subtype().equals(said.subtype())
                        && agree(account.account().holder(), said.holder())
                        && agree(account.account().institution(), said.institution());
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equalsIgnoreCase(other);
    }

    /** By which number a new account is kept: its own, or with its place behind where that is another's. */
    public String number(FeedAccount said) {
        int others = AccountTable.namesakes(unit, company, said).size();
        return others == 0 ? said.reference().value() : said.reference().value() + " (" + (others + 1) + ")";
    }
}
