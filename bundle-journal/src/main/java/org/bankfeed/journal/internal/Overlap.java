package org.bankfeed.journal.internal;

import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;

/**
 * The lines that a known account already had when it returned under a new provider's id. Each is met at most once: two
 * equal payments there and three here leave one that is new.
 */
final class Overlap {

    /** Nothing to compare with. */
    static final Overlap NONE = new Overlap(Map.of());

    private final Map<String, Deque<String>> byMovement;

    private Overlap(Map<String, Deque<String>> byMovement) {
        this.byMovement = byMovement;
    }

    /** Prepares for these lines, which came under the alias and are not known by id. */
    static Overlap with(
            UnitOfWork unit,
            CompanyId company,
            AccountRow account,
            AliasRow alias,
            List<AliasRow> all,
            Collection<FeedTransaction> lines) {
        List<Integer> others = all.stream()
                .filter(other -> other.number() != alias.number() && comparable(account, other))
                .map(AliasRow::number)
                .toList();
        if (others.isEmpty() || lines.isEmpty() || alias.sameIds()) {
            return NONE;
        }
        Set<String> movements = lines.stream().map(Reading::movement).collect(Collectors.toSet());
        return new Overlap(LineAliasTable.notGivenYet(unit, company, account.id(), alias.number(), others, movements));
    }

    /**
     * An IBAN names one account. Other numbers (a masked card) may name two that are shared side by side: their equal
     * lines are two payments.
     */
    private static boolean comparable(AccountRow account, AliasRow other) {
        return account.account().reference().type() == AccountReference.Type.IBAN || !other.shared();
    }

    /** The known line that this one is, taken so that no other can be it. */
    Optional<String> take(FeedTransaction line) {
        if (byMovement.isEmpty()) {
            return Optional.empty();
        }
        Deque<String> equals = byMovement.get(Reading.movement(line));
        return equals == null ? Optional.empty() : Optional.ofNullable(equals.poll());
    }
}
