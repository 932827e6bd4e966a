package org.bankfeed.matching.internal.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.neighbour.Announcements;
import org.bankfeed.matching.internal.neighbour.Neighbours;
import org.bankfeed.store.Stage;
import org.bankfeed.words.Argument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which documents an announced payment or a pending line is about to pay, and how to say so. */
public final class OnItsWay {

    private static final Logger LOG = LoggerFactory.getLogger(OnItsWay.class);

    private final Stage stage;
    private final Map<CompanyId, PendingPayments> pending = new ConcurrentHashMap<>();

    public OnItsWay(Stage stage) {
        this.stage = stage;
    }

    /** By document; what is announced says more than what the bank shows as pending. */
    public Map<DocumentId, Evidence> of(Caller caller, Desk desk, Neighbours there) {
        Map<DocumentId, Evidence> coming = new LinkedHashMap<>();
        for (AnnouncedPayment announced : announced(caller, there)) {
            Evidence said = Evidence.of(
                    Evidence.Speaks.FOR,
                    ReasonCode.PAYMENT_ANNOUNCED,
                    new Argument.Amount(announced.amount().abs()),
                    new Argument.Day(announced.expected()));
            announced.documents().forEach(document -> coming.put(document, said));
        }
        for (PendingPayments.Pays pays : pending(caller, desk, there)) {
            Line line = pays.line();
            Evidence said = Evidence.of(
                    Evidence.Speaks.FOR,
                    ReasonCode.PAYMENT_PENDING,
                    new Argument.Amount(
                            Minor.money(line.amount(), line.currency()).abs()),
                    new Argument.Day(line.day()));
            pays.documents().forEach(document -> coming.putIfAbsent(new DocumentId(document), said));
        }
        return coming;
    }

    private List<AnnouncedPayment> announced(Caller caller, Neighbours there) {
        HostPayments host = there.payments();
        if (host == null) {
            return List.of();
        }
        try {
            Announcements told = Announcements.of(host, caller);
            return stage.inTransaction(unit -> told.underWay(unit, caller.company()));
        } catch (LedgerUnavailableException e) {
            LOG.debug("Company {}: the host did not say what it announced", caller.company(), e);
            return List.of();
        }
    }

    private List<PendingPayments.Pays> pending(Caller caller, Desk desk, Neighbours there) {
        BankJournal bank = there.journal();
        List<BankTransaction> shown = bank == null ? List.of() : bank.pending(caller);
        return shown.isEmpty()
                ? List.of()
                : pending.computeIfAbsent(caller.company(), company -> new PendingPayments(desk))
                        .of(shown);
    }
}
