package org.bankfeed.rehearsal.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SyncReceipt;

/** The company's link to its banks, as the bookkeeper and the account holder keep it. */
final class BankLink {

    private static final Duration RENEW_BEFORE = Duration.ofDays(7);
    private static final int PATIENCE = 100;

    private final Chain chain;
    private final Person person;
    private final URI back;

    /** @param back where the provider sends browsers back to; nothing has to answer there */
    BankLink(Chain chain, Person person, URI back) {
        this.chain = chain;
        this.person = person;
        this.back = back;
    }

    /** Links every account that the provider offers. */
    void connect(String feed) throws RehearsalException, InterruptedException {
        try {
            ConnectStep step = chain.journal().connect(chain.person(), feed, back, Locale.ENGLISH);
            if (step instanceof ConnectStep.Visit visit) {
                chain.journal().returned(chain.person(), Person.broughtBack(person.accept(visit.page())));
            }
        } catch (JournalException e) {
            throw new RehearsalException("The bank accounts could not be linked: " + e.getMessage(), e);
        }
    }

    /** Renews every consent that ends within days. */
    void renewWhatEnds(Instant now) throws RehearsalException, InterruptedException {
        for (Account account : chain.journal().accounts(chain.person())) {
            Instant ends = account.authorizationEnds();
            if (account.active() && ends != null && ends.isBefore(now.plus(RENEW_BEFORE))) {
                renew(account);
            }
        }
    }

    private void renew(Account account) throws RehearsalException, InterruptedException {
        try {
            person.accept(chain.journal().renew(chain.person(), account.id(), back));
        } catch (JournalException e) {
            throw new RehearsalException(
                    "The consent for account " + account.label() + " could not be renewed: " + e.getMessage(), e);
        }
    }

    /** Reads everything that the banks have told the provider until now. */
    void read() throws RehearsalException {
        for (int n = 0; n < PATIENCE; n++) {
            SyncReceipt receipt = chain.journal().synchronize(chain.job());
            if (!receipt.problems().isEmpty()) {
                throw new RehearsalException(
                        "The bank could not be read: " + receipt.problems().get(0));
            }
            for (SyncReceipt.AccountPart part : receipt.accounts()) {
                if (part.problem() != null) {
                    throw new RehearsalException("An account could not be read: " + part.problem());
                }
            }
            if (receipt.accounts().stream().allMatch(SyncReceipt.AccountPart::complete)) {
                return;
            }
        }
        throw new RehearsalException("The bank was read " + PATIENCE + " times and there is still more to read.");
    }
}
