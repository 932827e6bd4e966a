package org.bankfeed.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asking a provider failed; the kind says who acts next. Messages are for people and hold no secret. */
public abstract sealed class BankFeedException extends Exception {

    private final @Nullable String requestId;

    private BankFeedException(String message, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, cause);
        this.requestId = requestId;
    }

    /** The provider's id of the call, for its support; {@code null} if it gave none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Provider, bank or network down or busy: the caller waits, then asks again. */
    public static final class Unavailable extends BankFeedException {
        private final Duration retryAfter;
        private final boolean turnedAway;

        public Unavailable(String message, Duration retryAfter, @Nullable String requestId, @Nullable Throwable cause) {
            super(message, requestId, cause);
            this.retryAfter = retryAfter;
            this.turnedAway = false;
        }

        private Unavailable(String message, Duration retryAfter, Throwable cause) {
            super(message, null, cause);
            this.retryAfter = retryAfter;
            this.turnedAway = true;
        }

        /** The provider closed the connection without a word once it had seen our certificate: see {@link #turnedAway}. */
        public static Unavailable turnedAway(String message, Duration retryAfter, Throwable cause) {
            return new Unavailable(message, retryAfter, cause);
        }

        /**
         * Whether it looks as if the provider did not want our certificate, which it has not said. It is asked again all
         * the same, and counted among what was refused.
         */
        public boolean turnedAway() {
            return turnedAway;
        }

        /** How long to wait at least. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The link to the provider is refused (revoked, expired): a person must connect again. */
    public static final class ReconnectRequired extends BankFeedException {
        public ReconnectRequired(String message, @Nullable String requestId, @Nullable Throwable cause) {
            super(message, requestId, cause);
        }
    }

    /** The provider blocked the organization: it mends that there, and the link goes on as it was. */
    public static final class Blocked extends BankFeedException {
        public Blocked(String message, @Nullable String requestId) {
            super(message, requestId, null);
        }
    }

    /** The account is not shared with us (any more): a person shares it again at the provider. */
    public static final class AccountNotShared extends BankFeedException {
        public AccountNotShared(String message, @Nullable String requestId) {
            super(message, requestId, null);
        }
    }

    /** The person refused, or came back with a code or verifier that does not hold: nothing changed. */
    public static final class AuthorizationRefused extends BankFeedException {
        public AuthorizationRefused(String message, @Nullable String requestId) {
            super(message, requestId, null);
        }
    }

    /** Our own configuration (certificate, client, address) is wrong: an operator acts. */
    public static final class Misconfigured extends BankFeedException {
        public Misconfigured(String message, @Nullable String requestId, @Nullable Throwable cause) {
            super(message, requestId, cause);
        }
    }

    /** The provider refused this request or answered what we cannot understand: asking again will not help. */
    public static final class Refused extends BankFeedException {
        public Refused(String message, @Nullable String requestId, @Nullable Throwable cause) {
            super(message, requestId, cause);
        }
    }
}
