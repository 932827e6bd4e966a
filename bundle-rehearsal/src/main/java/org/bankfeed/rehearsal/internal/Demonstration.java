package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bankfeed.history.BuiltInCompany;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the built-in company as a new user meets Bankfeed: its books are kept, and its bank can be linked. */
final class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Chain chain;
    private final Life life;
    private final Opening bank;

    /** @param bank opens the feed to the banks */
    Demonstration(Chain chain, Life life, Opening bank) {
        this.chain = chain;
        this.life = life;
        this.bank = bank;
    }

    /** Makes ready what a link needs; returns when one can link. */
    @FunctionalInterface
    interface Opening {
        void open() throws RehearsalException, IOException, InterruptedException;
    }

    /** Leaves the linking to a person; returns when he can begin, and says how things stand. */
    String unlinked() throws RehearsalException, IOException, InterruptedException {
        return inTurn(() -> {
            FutureTask<Void> bookkeeping = keepTheBooks();
            bank.open();
            finish(bookkeeping);
            chain.match();
            return BuiltInCompany.NAME + " has " + life.documents()
                    + " invoices and credit notes in its books. None of its bank accounts is linked yet.";
        });
    }

    /** Links by itself once the feed can be opened, reads and matches; returns what came of it in plain words. */
    String linked(BankLink link) throws RehearsalException, IOException, InterruptedException {
        return inTurn(() -> {
            FutureTask<Void> bookkeeping = keepTheBooks();
            bank.open();
            link.connect(Stage.FEED);
            link.read();
            LOG.info("the banks are read");
            finish(bookkeeping);
            chain.match();
            LOG.info("the lines are matched");
            return new Summary(chain, BuiltInCompany.NAME).toString();
        });
    }

    @FunctionalInterface
    private interface Play {
        String toTheEnd() throws RehearsalException, IOException, InterruptedException;
    }

    /** No day passes before its first day is played. */
    private String inTurn(Play play) throws RehearsalException, IOException, InterruptedException {
        life.turn().lockInterruptibly();
        try {
            return play.toTheEnd();
        } finally {
            life.turn().unlock();
        }
    }

    /** The company's books until today, as its ERP holds them; kept while the banks are opened. */
    private FutureTask<Void> keepTheBooks() {
        FutureTask<Void> bookkeeping = new FutureTask<>(() -> {
            life.keepBooks(new Books(chain), life.clock().today());
            LOG.info("the books are kept");
            return null;
        });
        new Thread(bookkeeping, "bankfeed-rehearsal-books").start();
        return bookkeeping;
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
