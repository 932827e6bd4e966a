package org.bankfeed.rehearsal.internal;

import java.net.URI;
import java.time.LocalDate;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.rehearsal.DayReport;
import org.bankfeed.rehearsal.TimeLapse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers the days of a demonstration. A check has no {@link Life}, and so none of this. */
@Component(service = TimeLapse.class)
public final class Calendar implements TimeLapse {

    private static final int SECONDS = 20;

    private final Days days;
    private final ScheduledThreadPoolExecutor nights;

    @Activate
    public Calendar(
            @Reference Script script,
            @Reference Life life,
            @Reference BankJournal journal,
            @Reference PaymentMatching matching,
            @Reference InvoiceLedger ledger,
            @Reference InvoiceEntry entry) {
        RehearsalConfig config = script.config();
        Chain chain = Chain.of(new CompanyId(config.company()), journal, matching, ledger, entry);
        this.days = new Days(life, chain, new BankLink(chain, new Person(), URI.create(config.redirect_uri())));
        this.nights = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "bankfeed-rehearsal-nights");
            thread.setDaemon(true);
            return thread;
        });
        var unused = nights.scheduleWithFixedDelay(days::catchUp, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Interrupts nothing: an interrupt in the middle of a write closes the database. */
    @Deactivate
    void close() {
        nights.shutdown();
    }

    @Override
    public LocalDate today() {
        return days.today();
    }

    @Override
    public DayReport nextDay(Caller caller) {
        return days.nextDay(caller);
    }
}
