package org.bankfeed.screens.internal.page.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.LineLink;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.jspecify.annotations.Nullable;

/** Money that came and went back, from either side: each of the two lines leads to the other. Made for one answer. */
final class MoneyBack {

    private final Rooms rooms;
    private final Caller caller;
    private final Texts texts;

    MoneyBack(Rooms rooms, Caller caller, Texts texts) {
        this.rooms = rooms;
        this.caller = caller;
        this.texts = texts;
    }

    /** The lines that gave back what a line brought, oldest first. */
    List<LineLink> after(PaymentMatching matching, TransactionId id) {
        List<TransactionId> later = matching.givenBackBy(caller, List.of(id)).getOrDefault(id, List.of());
        if (later.isEmpty()) {
            return List.of();
        }
        Map<TransactionId, BankTransaction> lines = lines(later);
        Map<TransactionId, Decision> decisions = matching.decisions(caller, later);
        List<LineLink> links = new ArrayList<>();
        for (TransactionId one : later) {
            links.add(wentBack(one, line(lines.get(one)), decisions.get(one)));
        }
        return links;
    }

    private LineLink wentBack(TransactionId id, @Nullable FeedTransaction line, @Nullable Decision decision) {
        boolean refund = decision != null && decision.givesBack() != null;
        Message said = line == null
                ? Message.of("line.went-back.unseen")
                : Message.of(
                        refund ? "line.went-back.refund" : "line.went-back",
                        line.executionDate(),
                        line.amount().abs());
        return new LineLink(LineRows.href(id), said, decision == null ? null : whyReturned(decision, texts));
    }

    /** The lines that a decision takes back or gives the money back of. */
    Map<TransactionId, LineLink> before(Decision decision) {
        Set<TransactionId> earlier = earlier(decision);
        Map<TransactionId, BankTransaction> lines = earlier.isEmpty() ? Map.of() : lines(earlier);
        return earlier.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> goesBack(id, line(lines.get(id)), id.equals(decision.givesBack()))));
    }

    private static Set<TransactionId> earlier(Decision decision) {
        Set<TransactionId> earlier = Stream.concat(
                        decision.applications().stream(),
                        decision.proposals().stream().flatMap(one -> one.applications().stream()))
                .map(Application::takesBack)
                .filter(Objects::nonNull)
                .map(booking -> TransactionId.parse(booking.transaction()))
                .collect(Collectors.toSet());
        if (decision.givesBack() != null) {
            earlier.add(decision.givesBack());
        }
        return earlier;
    }

    private static LineLink goesBack(TransactionId id, @Nullable FeedTransaction line, boolean refund) {
        Message said = line == null
                ? Message.of("line.takes-back.unseen")
                : Message.of(
                        refund ? "line.gives-back" : "line.takes-back",
                        line.executionDate(),
                        line.amount().abs());
        return new LineLink(LineRows.href(id), said, null);
    }

    private Map<TransactionId, BankTransaction> lines(Collection<TransactionId> ids) {
        return rooms.journal().transactions(caller, ids).stream()
                .collect(Collectors.toMap(BankTransaction::id, Function.identity()));
    }

    private static @Nullable FeedTransaction line(@Nullable BankTransaction transaction) {
        return transaction == null ? null : transaction.line();
    }

    /** Why the bank gave money back, with what to do, or {@code null} if it does not say. */
    private static @Nullable String whyReturned(Decision decision, Texts texts) {
        return decision.evidence().stream()
                .filter(one -> one.code().tellsWhyReturned())
                .map(one -> Words.sentence(texts.say(one)))
                .findFirst()
                .orElse(null);
    }
}
