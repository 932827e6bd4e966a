package org.bankfeed.journal.internal.reading;

import java.util.Optional;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.SyncOrder;
import org.bankfeed.feed.SyncOrder.State;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.table.LinkedAccount;
import org.bankfeed.store.Secrets;
import org.bankfeed.value.InternetAddress;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account of which a person wants the bank asked, and how far that is. What fails with one stops no other. */
public final class OrderedAccount {

    /** What is done in one call; how it can fail is the same for all. */
    @FunctionalInterface
    private interface Step {
        SyncOrder take() throws BankFeedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(OrderedAccount.class);

    private final LinkedAccount account;
    private final BankFeed feed;
    private final Secrets secrets;
    private @Nullable SyncOrder order;
    private @Nullable String changing;
    private @Nullable BankFeedException failure;
    private @Nullable Sentence problem;
    private boolean refused;

    public OrderedAccount(LinkedAccount account, BankFeed feed, Secrets secrets) {
        this.account = account;
        this.feed = feed;
        this.secrets = secrets;
    }

    public LinkedAccount account() {
        return account;
    }

    public void begin(InternetAddress person) {
        take(() -> feed.order(secrets, account.feedAccount(), person.value()));
    }

    public void follow() {
        SyncOrder now = order;
        if (now != null && isRunning()) {
            take(() -> feed.follow(secrets, now));
        }
    }

    private void take(Step step) {
        try {
            SyncOrder now = step.take();
            order = now;
            changing = changing(now);
            problem = problem(now);
        } catch (BankFeedException e) {
            order = null;
            failure = e;
            problem = Sentence.quoted(Sentences.of(e));
            refused = isOfTheLink(e);
        } catch (RuntimeException e) {
            LOG.error("Having the bank of account {} asked failed", account.id(), e);
            order = null;
            problem = Sentence.of(SentenceCode.ASKING_FAILED);
        }
    }

    private static boolean isOfTheLink(BankFeedException failure) {
        return failure instanceof BankFeedException.ReconnectRequired
                || failure instanceof BankFeedException.Blocked
                || failure instanceof BankFeedException.Misconfigured;
    }

    private static @Nullable Sentence problem(SyncOrder order) {
        return switch (order.state()) {
            case RUNNING, DONE, RECENT -> null;
            default -> order.said() == null ? null : Sentence.quoted(order.said());
        };
    }

    /**
     * The synchronization whose changed lines are to be read: it has ended, or nobody waits for it any more. Each is given
     * once.
     */
    public Optional<String> takeChanging() {
        String id = changing;
        changing = null;
        return Optional.ofNullable(id);
    }

    private static @Nullable String changing(SyncOrder order) {
        boolean reached = order.state() == State.DONE || order.state() == State.LEFT;
        return reached && order.job() == SyncOrder.Job.TRANSACTIONS ? order.id() : null;
    }

    /** Nobody waits for it any more. */
    public void leave() {
        if (order != null && order.job() == SyncOrder.Job.TRANSACTIONS) {
            changing = order.id();
        }
        order = null;
        problem = Sentence.of(SentenceCode.BANK_TAKES_LONG);
    }

    public boolean isRunning() {
        return order != null && order.state() == State.RUNNING;
    }

    /** What the provider is at with the bank, or {@code null} if it is at nothing. */
    public SyncOrder.@Nullable Job job() {
        return isRunning() && order != null ? order.job() : null;
    }

    /** What the provider last refused, each time once; {@code null} if nothing. */
    @Nullable
    public BankFeedException takeFailure() {
        BankFeedException last = failure;
        failure = null;
        return last;
    }

    /** Whether the link is refused as a whole: then its other accounts need not be tried. */
    public boolean isRefused() {
        return refused;
    }

    /** Why the bank was not asked, for a person; {@code null} if it was. */
    @Nullable
    public Sentence problem() {
        return problem;
    }
}
