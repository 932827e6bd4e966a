package org.bankfeed.screens.internal.page.bank;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** The heaps into which a bookkeeper sorts lines. */
public enum BankState {
    ALL("bank.all", Set.of()),
    TO_DECIDE("bank.to-decide", Set.of(State.SUGGESTED, State.NONE)),
    BOOKED("bank.booked", Set.of(State.AUTOMATIC, State.CONFIRMED, State.LINKED)),
    NOT_AN_INVOICE("mark.none", Set.of(State.NOT_AN_INVOICE)),
    UNREADABLE("bank.unreadable", Set.of());

    private final Message said;
    private final Set<State> states;

    BankState(String key, Set<State> states) {
        this.said = Message.of(key);
        this.states = states;
    }

    /** As a tab says it. */
    public Message said() {
        return said;
    }

    /** As it stands in an address: {@code to-decide}. */
    public String inAddress() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the matching has to be asked to tell who belongs here. */
    boolean decided() {
        return !states.isEmpty();
    }

    boolean holds(BankTransaction line, @Nullable Decision decision) {
        return switch (this) {
            case ALL -> true;
            case UNREADABLE -> line.state() == BankTransaction.State.UNREADABLE;
            default -> decision != null && states.contains(decision.state());
        };
    }

    /** How many decided lines are in this heap. */
    long counted(Map<State, Long> counts) {
        return states.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }
}
