package org.bankfeed.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know or do about the bank link.
 *
 * @param kind what it is about
 * @param since when it began
 * @param sentences what happened and what else helps, as codes with what each speaks of, at least one; {@link
 *     #sentence(Locale)} says them in words. Since when, what is affected, and who mends it by what stand beside them ({@code
 *     since}, {@code affected}, {@link Kind#mender}, {@link Kind#remedy}) and not in them
 * @param connection which link it is about, or {@code null}
 * @param account which account it is about, or {@code null}
 * @param gravity how much it presses now; of one kind it may grow from day to day
 * @param affected the accounts whose lines stop, are wrong or wait because of it, in the order of the accounts' ids
 */
public record Notice(
        Kind kind,
        Instant since,
        List<Sentence> sentences,
        @Nullable ConnectionId connection,
        @Nullable AccountId account,
        Gravity gravity,
        List<AccountId> affected) {

    /** @throws IllegalArgumentException if there is no sentence */
    public Notice {
        sentences = List.copyOf(sentences);
        affected = List.copyOf(affected);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("a notice of " + kind + " says nothing");
        }
    }

    /** A notice that affects the account that it is about, or none. */
    public Notice(
            Kind kind,
            Instant since,
            List<Sentence> sentences,
            @Nullable ConnectionId connection,
            @Nullable AccountId account,
            Gravity gravity) {
        this(kind, since, sentences, connection, account, gravity, account == null ? List.of() : List.of(account));
    }

    /** A notice that presses as its kind does by nature. */
    public Notice(
            Kind kind,
            Instant since,
            List<Sentence> sentences,
            @Nullable ConnectionId connection,
            @Nullable AccountId account) {
        this(kind, since, sentences, connection, account, Gravity.of(kind));
    }

    /**
     * What happened and what else helps, in plain words: its sentences one after the other. Labels of accounts and what
     * others said stand in it as they are; mask it where account numbers are not to be seen.
     *
     * @param locale its language is taken (English, Dutch, French or German), English if it is another; a country decides
     *     how amounts and days are written
     */
    public String sentence(Locale locale) {
        return sentences.stream().map(sentence -> sentence.in(locale)).collect(Collectors.joining(" "));
    }

    /** Whether no lines come from what is affected, so that invoices paid there look open. */
    public boolean stopsLines() {
        return gravity == Gravity.STOPPED
                || kind == Kind.SILENT
                || kind == Kind.READ_ONLY
                || kind == Kind.BANK_FAILS
                || kind == Kind.ACCOUNT_DEPRECATED;
    }

    /** How much a notice presses, the gravest first. */
    public enum Gravity {
        /** Lines have stopped, and only a person can make them come again. */
        STOPPED,
        /** Lines stop within a week. */
        URGENT,
        /** Somebody should look, in his own time. */
        WARNING,
        /** Nothing to do but wait. */
        CALM;

        /** That of a kind by nature. */
        public static Gravity of(Kind kind) {
            return switch (kind) {
                case CONNECTION_BROKEN,
                        REVOKED,
                        BLOCKED,
                        FEED_FAULT,
                        NO_ACCOUNTS,
                        ACCOUNT_NOT_SHARED,
                        AUTHORIZATION_ENDED -> STOPPED;
                case ONBOARDING_INCOMPLETE -> URGENT;
                case READ_ONLY, LINKED_TWICE -> CALM;
                default -> WARNING;
            };
        }
    }

    /** The part of the way from the bank to us that a notice is about; they are never mixed in one sentence. */
    public enum Layer {
        /** We and the provider. */
        INTEGRATION,
        /** Which accounts the provider lets us see. */
        SHARED_ACCOUNTS,
        /** The provider and the bank, for one account. */
        AUTHORIZATION,
        /** The bank itself, or the provider's connection to it. */
        BANK,
        /** What arrived. */
        LINES
    }

    /** Who can mend it. */
    public enum Mender {
        ADMINISTRATOR,
        BOOKKEEPER,
        /** Who signs in at the provider for the organization. */
        PROVIDER_USER,
        /** Who holds the account at the bank; no other can renew its consent. */
        ACCOUNT_HOLDER,
        /** Who runs Bankfeed. */
        OPERATOR,
        /** Time alone. */
        NOBODY
    }

    /** What mends it: the one button beside the notice. */
    public enum Remedy {
        RECONNECT,
        CHOOSE_ACCOUNTS,
        RENEW,
        /** Go to the provider's own pages. */
        OPEN_PROVIDER,
        /** Say whether another organization was meant. */
        CONFIRM_ORGANIZATION,
        /** Say of doubtful lines whether they are new. */
        DECIDE_DOUBTS,
        /** Compare changed amounts with the statement, and say that they are settled. */
        SETTLE_AMOUNTS,
        LOOK_AT_LINES,
        LOOK_AT_LINK,
        /** Mend the feed's configuration, as the operator guide says. */
        CONFIGURE,
        WAIT
    }

    /** What a notice is about. */
    public enum Kind {
        /** The provider refuses the link. */
        CONNECTION_BROKEN(Layer.INTEGRATION, Mender.ADMINISTRATOR, Remedy.RECONNECT),
        /** The provider's user ended the link there. */
        REVOKED(Layer.INTEGRATION, Mender.ADMINISTRATOR, Remedy.RECONNECT),
        /** The provider blocked the organization. */
        BLOCKED(Layer.INTEGRATION, Mender.PROVIDER_USER, Remedy.OPEN_PROVIDER),
        /** The organization has not given the provider all that it must; in time the provider deletes it. */
        ONBOARDING_INCOMPLETE(Layer.INTEGRATION, Mender.PROVIDER_USER, Remedy.OPEN_PROVIDER),
        /** Somebody came back with another organization than before. */
        OTHER_ORGANIZATION(Layer.INTEGRATION, Mender.ADMINISTRATOR, Remedy.CONFIRM_ORGANIZATION),
        /** Our own configuration, certificate or secret is refused, or the feed is not there. */
        FEED_FAULT(Layer.INTEGRATION, Mender.OPERATOR, Remedy.CONFIGURE),
        /** A certificate by which the provider knows us ends within 60 days. */
        CERTIFICATE_ENDS(Layer.INTEGRATION, Mender.OPERATOR, Remedy.CONFIGURE),
        /** Linked, but no account is shared. */
        NO_ACCOUNTS(Layer.SHARED_ACCOUNTS, Mender.PROVIDER_USER, Remedy.CHOOSE_ACCOUNTS),
        /** A second link shares an account that another one reads: that one was to be renewed, perhaps. */
        LINKED_TWICE(Layer.SHARED_ACCOUNTS, Mender.ADMINISTRATOR, Remedy.LOOK_AT_LINK),
        /** An account is shared, and cannot be read. */
        ACCOUNT_UNREADABLE(Layer.SHARED_ACCOUNTS, Mender.OPERATOR, Remedy.LOOK_AT_LINK),
        /** An account is no longer shared. */
        ACCOUNT_NOT_SHARED(Layer.SHARED_ACCOUNTS, Mender.PROVIDER_USER, Remedy.CHOOSE_ACCOUNTS),
        /** The holder's consent at the bank ends soon. */
        AUTHORIZATION_ENDS(Layer.AUTHORIZATION, Mender.ACCOUNT_HOLDER, Remedy.RENEW),
        /** It has ended. */
        AUTHORIZATION_ENDED(Layer.AUTHORIZATION, Mender.ACCOUNT_HOLDER, Remedy.RENEW),
        /** The bank, or the provider's connection to it, is under maintenance. */
        READ_ONLY(Layer.BANK, Mender.NOBODY, Remedy.WAIT),
        /** The provider replaced its connection to the bank. */
        ACCOUNT_DEPRECATED(Layer.BANK, Mender.ACCOUNT_HOLDER, Remedy.CHOOSE_ACCOUNTS),
        /** The provider's synchronizations with the bank keep failing, for no reason that a person here can mend. */
        BANK_FAILS(Layer.BANK, Mender.NOBODY, Remedy.WAIT),
        /** Nothing came for two of the provider's windows, though nothing is reported broken. */
        SILENT(Layer.BANK, Mender.OPERATOR, Remedy.LOOK_AT_LINK),
        /** Lines that could not be read. */
        UNREADABLE_LINES(Layer.LINES, Mender.OPERATOR, Remedy.LOOK_AT_LINES),
        /** The bank changed the amount of a line that was known; the first amount was kept. */
        AMOUNT_CHANGED(Layer.LINES, Mender.BOOKKEEPER, Remedy.SETTLE_AMOUNTS),
        /** After an account returned, lines came that may be known already; they wait. */
        DOUBTFUL_LINES(Layer.LINES, Mender.BOOKKEEPER, Remedy.DECIDE_DOUBTS),
        /** The provider told of more new lines than came. */
        COUNT_DIFFERS(Layer.LINES, Mender.OPERATOR, Remedy.LOOK_AT_LINK);

        private final Layer layer;
        private final Mender mender;
        private final Remedy remedy;

        Kind(Layer layer, Mender mender, Remedy remedy) {
            this.layer = layer;
            this.mender = mender;
            this.remedy = remedy;
        }

        public Layer layer() {
            return layer;
        }

        public Mender mender() {
            return mender;
        }

        public Remedy remedy() {
            return remedy;
        }
    }
}
