package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.bankfeed.access.CompanyId;
import org.bankfeed.history.History;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.PaymentMatching;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the script once all rooms are there, on a thread of its own, and says what came of it. */
@Component(
        service = {},
        immediate = true)
public final class Player {

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);

    private final Script script;
    private final Chain chain;
    private final Backtests backtests;
    private final Stage stage;
    private final Thread thread = new Thread(this::run, "bankfeed-rehearsal");

    @Activate
    public Player(
            @Reference Script script,
            @Reference BankJournal journal,
            @Reference PaymentMatching matching,
            @Reference InvoiceLedger ledger,
            @Reference InvoiceEntry entry,
            @Reference Backtests backtests) {
        this.script = script;
        this.backtests = backtests;
        this.chain = Chain.of(new CompanyId(script.config().company()), journal, matching, ledger, entry);
        this.stage = script.stage();
        thread.start();
    }

    @Deactivate
    void close() {
        thread.interrupt();
    }

    private void run() {
        if (script.life() != null && script.outcome().isDone()) {
            LOG.info("a room was restarted; the demonstration goes on");
            return;
        }
        try {
            script.outcome().done(play());
        } catch (RehearsalException e) {
            LOG.error("the rehearsal ended early", e);
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            LOG.info("the rehearsal was interrupted: a service went away, or the container stops");
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | LinkageError e) {
            // bundles of different builds beside one another: whoever waits for the demonstration is told, and does not
            // wait on
            LOG.error("the rehearsal ended early", e);
            fail("The rehearsal ended early: " + e + ".");
        }
    }

    private String play() throws RehearsalException, IOException, InterruptedException {
        RehearsalConfig config = script.config();
        script.outcome().begun();
        BankLink link = new BankLink(chain, new Person(), URI.create(config.redirect_uri()));
        History history = script.history();
        VirtualClock clock = script.clock();
        Life life = script.life();
        if (!script.begin()) {
            throw new RehearsalException("A room of Bankfeed was restarted while the rehearsal was running.");
        }
        if (life != null) {
            Demonstration demonstration = new Demonstration(chain, life, () -> stage.openFeed(chain.journal()));
            return config.link() ? demonstration.linked(link) : demonstration.unlinked();
        }
        if (history == null || clock == null) {
            throw new IllegalStateException("there is nothing to be played");
        }
        stage.openFeed(chain.journal());
        link.connect(Stage.FEED);
        Check.Played played = new Check(history, chain, clock, link, backtests).play(Path.of(config.history()));
        if (played.fault() != null) {
            script.outcome().fault(played.fault());
        }
        return played.figures();
    }

    private void fail(String sentence) {
        try {
            script.outcome().failed(sentence);
        } catch (IOException e) {
            LOG.error("nobody could be told that {}", sentence, e);
        }
    }
}
