package org.bankfeed.journal.internal.doubt;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.LineAliasTable;
import org.bankfeed.journal.internal.table.Reading;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;

/**
 * The lines that a known account already had when it returned under a new provider's id. Each is met at most once: two
 * equal payments there and three here leave one that is new.
 */
public final class Overlap {

    /** Nothing to compare with. */
    public static final Overlap NONE = new Overlap(Map.of());

    private final Map<String, Deque<LineAliasTable.Known>> byMovement;

    private final Set<String> taken = new HashSet<>();

    private Overlap(Map<String, Deque<LineAliasTable.Known>> byMovement) {
        this.byMovement = byMovement;
    }

    /** The aliases whose lines are compared with those of one: none where the same ids came again. */
    public static List<Integer> comparable(AccountRow account, AliasRow alias, List<AliasRow> all) {
        return alias.sameIds()
                ? List.of()
                : all.stream()
                        .filter(other -> other.number() != alias.number() && comparable(account, other))
                        .map(AliasRow::number)
                        .toList();
    }

    /**
     * Prepares for these lines, which came under the alias and are not known by id: one query for a page of them, which
     * looks each up in an index.
     *
     * @param others the aliases to compare with
     */
    public static Overlap with(
            UnitOfWork unit,
            CompanyId company,
            String account,
            int alias,
            Collection<Integer> others,
            Collection<FeedTransaction> lines) {
        if (others.isEmpty() || lines.isEmpty()) {
            return NONE;
        }
        Set<String> movements = lines.stream().map(Reading::movement).collect(Collectors.toSet());
        return new Overlap(LineAliasTable.notGivenYet(unit, company, account, alias, others, movements));
    }

    /**
     * An IBAN names one account. Other numbers (a masked card) may name two that are shared side by side: their equal
     * lines are two payments.
     */
    private static boolean comparable(AccountRow account, AliasRow other) {
        return account.account().reference().type() == AccountReference.Type.IBAN || !other.shared();
    }

    /** The known line that this one is, taken so that no other can be it. */
    public Optional<LineAliasTable.Known> take(FeedTransaction line) {
        if (byMovement.isEmpty()) {
            return Optional.empty();
        }
        Deque<LineAliasTable.Known> equals = byMovement.getOrDefault(Reading.movement(line), new ArrayDeque<>());
        LineAliasTable.Known next = equals.poll();
        while (next != null && !taken.add(next.line())) {
            next = equals.poll();
        }
        return Optional.ofNullable(next);
    }
}
