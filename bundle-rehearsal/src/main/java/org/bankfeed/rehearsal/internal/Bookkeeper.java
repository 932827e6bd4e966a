package org.bankfeed.rehearsal.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what lines really pay, and makes room first where the engine has booked something else on the document. */
final class Bookkeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);

    private final Chain chain;

    Bookkeeper(Chain chain) {
        this.chain = chain;
    }

    /** Books a line as the history says. What the services refuse to book is noted and left as it is. */
    void confirm(TransactionId line, Confirmed said) throws RehearsalException {
        try {
            tryToConfirm(line, said);
        } catch (MatchingException e) {
            if (e.reason() != Reason.NOT_POSSIBLE) {
                throw new RehearsalException(
                        "Transaction '" + said.transactionId() + "' could not be confirmed: " + e.getMessage(), e);
            }
            LOG.warn("transaction {} stays as it is: {}", said.transactionId(), e.getMessage());
        } catch (LedgerUnavailableException e) {
            throw Books.away(e);
        }
    }

    private void tryToConfirm(TransactionId line, Confirmed said)
            throws RehearsalException, MatchingException, LedgerUnavailableException {
        if (said.applications().isEmpty()) {
            chain.matching().setAside(chain.person(), line, version(line));
            return;
        }
        try {
            chain.matching().confirm(chain.person(), line, version(line), applications(said));
        } catch (MatchingException e) {
            if (e.reason() != Reason.NOT_POSSIBLE || !makeRoom(line, said)) {
                throw e;
            }
            chain.matching().confirm(chain.person(), line, version(line), applications(said));
        }
    }

    private long version(TransactionId line) throws RehearsalException {
        return decision(line)
                .orElseThrow(() -> new RehearsalException("Transaction " + line.feedId() + " was never decided."))
                .version();
    }

    private Optional<Decision> decision(TransactionId line) {
        return chain.matching().decision(chain.person(), line);
    }

    private List<Application> applications(Confirmed said) throws RehearsalException, LedgerUnavailableException {
        List<Application> applications = new ArrayList<>();
        for (HistoryApplication application : said.applications()) {
            applications.add(application(application));
        }
        return applications;
    }

    private Application application(HistoryApplication said) throws RehearsalException, LedgerUnavailableException {
        DocumentId document = new DocumentId(said.invoiceId());
        OpenItem item = chain.ledger()
                .item(chain.person(), document)
                .orElseThrow(() -> new RehearsalException("The ledger does not know document " + document + "."));
        Money amount = new Money(said.amount(), item.total().currency());
        Money writeOff =
                said.writeOff() == null ? Money.zero(amount.currency()) : new Money(said.writeOff(), amount.currency());
        return new Application(document, amount, writeOff, amount.signum() < 0 ? latestBooking(document) : null);
    }

    /** What is taken back is the latest booking that still stands on the document. */
    private @Nullable BookingKey latestBooking(DocumentId document) throws LedgerUnavailableException {
        BookingKey latest = null;
        for (Settlement settlement : chain.ledger().settlements(chain.person(), document)) {
            if (settlement.key() != null && settlement.amount().signum() > 0) {
                latest = settlement.key();
            }
        }
        return latest;
    }

    /** Undoes what the engine booked by itself from other lines on the documents named. True if anything was undone. */
    private boolean makeRoom(TransactionId line, Confirmed said) throws MatchingException, LedgerUnavailableException {
        boolean undone = false;
        for (HistoryApplication application : said.applications()) {
            DocumentId document = new DocumentId(application.invoiceId());
            for (Settlement settlement : chain.ledger().settlements(chain.person(), document)) {
                BookingKey key = settlement.key();
                undone |= key != null && undo(TransactionId.parse(key.transaction()), line);
            }
        }
        return undone;
    }

    private boolean undo(TransactionId other, TransactionId line) throws MatchingException {
        Optional<Decision> decision = decision(other);
        if (other.equals(line) || decision.isEmpty() || decision.get().state() != Decision.State.AUTOMATIC) {
            return false;
        }
        chain.matching().undo(chain.person(), other, decision.get().version());
        return true;
    }
}
