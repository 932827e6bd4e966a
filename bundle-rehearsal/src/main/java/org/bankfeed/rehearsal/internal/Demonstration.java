package org.bankfeed.rehearsal.internal;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.matching.WorkReceipt;

/** Shows the built-in company as a new user meets Bankfeed: the books are kept, then the bank is linked. */
final class Demonstration {

    private final Chain chain;
    private final BankLink link;
    private final Books books;

    Demonstration(Chain chain, BankLink link) {
        this.chain = chain;
        this.link = link;
        this.books = new Books(chain);
    }

    /** The company's books until today, as its ERP holds them. */
    void keepTheBooks() throws RehearsalException {
        LocalDate today = ZonedDateTime.now(VirtualClock.BANK_ZONE).toLocalDate();
        for (HistoryDay day : BuiltInCompany.until(today).days()) {
            for (HistoryEvent event : day.events()) {
                if (event instanceof InvoiceOpened opened) {
                    books.open(opened.invoice());
                } else if (event instanceof InvoiceClosed closed) {
                    books.close(closed.invoiceId(), day.date());
                }
            }
        }
    }

    /** Reads and matches everything; returns what came of it in plain words. */
    String play() throws RehearsalException {
        link.read();
        WorkReceipt receipt = chain.matching().work(chain.job());
        if (receipt.waiting() != null) {
            throw new RehearsalException("The matching cannot go on: " + receipt.waiting() + ".");
        }
        return new Summary(chain, BuiltInCompany.NAME).toString();
    }
}
