package org.bankfeed.screens.internal.page.invoice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.InvoicePayment;
import org.bankfeed.screens.internal.view.InvoiceSentence;
import org.bankfeed.screens.internal.view.InvoiceStanding;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/** One document: how it stands, and which transactions paid what of it. */
public final class InvoicePage {

    /** So many lines are looked up; more than that pay no document. */
    private static final int MOST_LINES = 500;

    private final Rooms rooms;
    private final InvoiceSuggestions suggestions;

    public InvoicePage(Rooms rooms) {
        this.rooms = rooms;
        this.suggestions = new InvoiceSuggestions(rooms);
    }

    public Answer show(Visit visit) {
        InvoiceView view = InvoiceAddress.view(rooms, visit, "id");
        OpenItem item = view.item();
        InvoiceStanding standing = new InvoiceStanding(view, new Format(rooms.clock()).today());
        List<InvoicePayment> payments = payments(visit, view);

        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("item", item);
        model.put("direction", InvoiceAddress.word(item.direction()));
        model.put("creditNote", item.type() == OpenItem.Type.CREDIT_NOTE);
        model.put("reference", reference(item));
        model.put("standing", standing);
        model.put("sentence", new InvoiceSentence(standing, payments).said());
        model.put("payments", payments);
        model.put("suggestions", item.isOpen() ? suggestions.of(visit.caller(), item.id()) : List.of());
        model.put("otherwise", otherwise(visit, item.id()));
        model.put("mayAct", rooms.entry().isPresent() && visit.caller().may(Role.BOOKKEEPER));
        model.put("mayCancel", mayCancel(view));
        model.put("open", item.isOpen());
        return Answer.Page.of("invoice.ftlh", model);
    }

    /** Whether nothing was ever paid on it, so that it can be withdrawn. */
    static boolean mayCancel(InvoiceView view) {
        return view.item().isOpen()
                && view.paidBy().isEmpty()
                && view.item().outstanding().equals(view.item().total());
    }

    private static @Nullable String reference(OpenItem item) {
        String printed = item.paymentReference();
        return printed == null
                ? null
                : PaymentReference.read(printed).map(PaymentReference::printed).orElse(printed);
    }

    private List<InvoicePayment> payments(Visit visit, InvoiceView view) {
        List<TransactionId> ids = view.paidBy().stream().limit(MOST_LINES).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<TransactionId, BankTransaction> lines = rooms.journal().transactions(visit.caller(), ids).stream()
                .collect(Collectors.toMap(BankTransaction::id, Function.identity()));
        Map<TransactionId, Decision> decisions = rooms.matching().decisions(visit.caller(), ids);
        List<InvoicePayment> payments = new ArrayList<>();
        for (TransactionId id : ids) {
            Decision decision = decisions.get(id);
            payments.add(new InvoicePayment(
                    id,
                    lines.get(id),
                    view.item(),
                    part(decision, view.item().id()),
                    whyReturned(decision, visit.texts())));
        }
        return payments;
    }

    private static @Nullable String whyReturned(@Nullable Decision decision, Texts texts) {
        return decision == null
                ? null
                : decision.evidence().stream()
                        .filter(one -> one.code().tellsWhyReturned())
                        .map(texts::say)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Application part(@Nullable Decision decision, DocumentId document) {
        return decision == null
                ? null
                : decision.applications().stream()
                        .filter(application -> application.document().equals(document))
                        .findFirst()
                        .orElse(null);
    }

    /** What settled it besides our lines; {@code null} if the ledger does not say so now. */
    private @Nullable List<Settlement> otherwise(Visit visit, DocumentId id) {
        InvoiceLedger ledger = rooms.ledger().orElse(null);
        if (ledger == null) {
            return null;
        }
        try {
            return ledger.settlements(visit.caller(), id).stream()
                    .filter(settlement -> settlement.key() == null)
                    .toList();
        } catch (LedgerUnavailableException e) {
            return null;
        }
    }
}
