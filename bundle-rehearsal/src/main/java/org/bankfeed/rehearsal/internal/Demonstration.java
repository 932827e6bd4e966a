package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.matching.WorkReceipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the built-in company as a new user meets Bankfeed: its books are kept, its bank is linked, lines are matched. */
final class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Chain chain;
    private final BankLink link;
    private final Books books;

    Demonstration(Chain chain, BankLink link) {
        this.chain = chain;
        this.link = link;
        this.books = new Books(chain);
    }

    /** Plays, once the feed can be opened; returns what came of it in plain words. */
    String play(Stage stage) throws RehearsalException, IOException, InterruptedException {
        FutureTask<Void> bookkeeping = new FutureTask<>(() -> {
            keepTheBooks();
            return null;
        });
        new Thread(bookkeeping, "bankfeed-rehearsal-books").start();
        stage.openFeed(chain.journal());
        link.connect(Stage.FEED);
        link.read();
        LOG.info("the banks are read");
        finish(bookkeeping);
        LOG.info("the books are kept");
        WorkReceipt receipt = chain.matching().work(chain.job());
        LOG.info("the lines are matched: {}", receipt);
        if (receipt.waiting() != null) {
            throw new RehearsalException("The matching cannot go on: " + receipt.waiting() + ".");
        }
        return new Summary(chain, BuiltInCompany.NAME).toString();
    }

    /** The company's books until today, as its ERP holds them. */
    private void keepTheBooks() throws RehearsalException {
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

    private static void finish(FutureTask<Void> task) throws RehearsalException, InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RehearsalException failure) {
                throw failure;
            }
            throw new RehearsalException("The books could not be kept: " + e.getCause() + ".", e);
        }
    }
}
