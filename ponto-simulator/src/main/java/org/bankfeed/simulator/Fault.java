package org.bankfeed.simulator;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can go wrong. A {@link FaultPlan} says how often; each can also be ordered once, for the next time it can happen.
 */
public enum Fault {
    LOST_REFRESH(
            Side.CALL,
            "lostRefresh",
            "Lose the response of the next refresh: the token is used up, nobody gets the new one"),
    LOST_RESPONSE(
            Side.CALL,
            "lostResponse",
            "Lose the next response: the work is done, the connection is cut before the answer"),
    TIME_OUT(Side.CALL, "timeOut", "Hold the next answer until the client gives up"),
    RATE_LIMIT(Side.CALL, "rateLimit", "Answer the next call with 429 and Retry-After"),
    RATE_LIMIT_SILENT(Side.CALL, "rateLimitSilent", "Answer the next call with 429 and no Retry-After"),
    SERVER_ERROR(Side.CALL, "serverError", "Answer the next call with 503"),
    HTML_BODY(Side.CALL, "htmlBody", "Answer the next call with a gateway's HTML page (502)"),
    CUT_BODY(Side.CALL, "cutBody", "Cut the next answer in the middle of its body"),
    SLOW(Side.CALL, "slow", "Answer the next call slowly"),
    SHORT_PAGE(Side.CALL, "shortPage", "Give fewer items on the next page than asked, with a link to the rest"),
    FOREIGN_LINK(Side.CALL, "foreignLink", "Let the next page of lines link to another host for the rest"),

    LATE_LINE(Side.WORLD, "lateLine", "The bank books a line late, with an old execution date"),
    CHANGED_LINE(Side.WORLD, "changedLine", "The bank changes the text of a line that it has told before"),
    CHANGED_AMOUNT(Side.WORLD, "changedAmount", "The bank changes the amount of a line that it has told before"),
    TWIN_LINE(Side.WORLD, "twinLine", "The bank books a second line of equal content under another id"),
    LAPSE(Side.WORLD, "lapse", "The consent of an account lapses now, earlier than expected"),
    MAINTENANCE(Side.WORLD, "maintenance", "A bank goes into maintenance for some hours"),
    ACCOUNT_REMOVED(Side.WORLD, "accountRemoved", "The user takes an account out of the integration"),
    REVOKED(Side.WORLD, "revoked", "The user ends the integration at Ponto"),
    BLOCKED(Side.WORLD, "blocked", "Ponto blocks the organization for some days"),
    ONBOARDING(Side.WORLD, "onboarding", "The organization's onboarding is not complete for some days"),
    BANK_FAILS(
            Side.WORLD,
            "bankFails",
            "A bank answers Ponto with errors of its own for some hours: nobody's consent ended"),
    NEW_IDS(Side.WORLD, "newIds", "The next linking gives accounts and lines new ids"),
    DEPRECATED(Side.WORLD, "deprecated", "Ponto replaces its connection to a bank: the account is deprecated"),
    PAYMENT_REQUEST(Side.WORLD, "paymentRequest", "A customer answers a payment request: an event tells so, no line"),
    KEY_ROTATION(
            Side.WORLD, "keyRotation", "The key of the webhooks is changed: two are active, then the old one goes"),
    CLOCK_SKEW(Side.WORLD, "clockSkew", "The server's clock is some seconds off for a day"),

    ODD_VALUES(
            Side.LINE,
            "oddValues",
            "Odd values: unknown attributes and words, empty texts, texts with <br>, days with a time of day"),

    WEBHOOK_BAD_SIGNATURE(Side.WEBHOOK, "webhookBadSignature", "Sign the next webhook wrongly"),
    WEBHOOK_WRONG_AUDIENCE(Side.WEBHOOK, "webhookWrongAudience", "Sign the next webhook for another application"),
    WEBHOOK_EXPIRED(Side.WEBHOOK, "webhookExpired", "Sign the next webhook as of an hour ago"),
    WEBHOOK_TWICE(Side.WEBHOOK, "webhookTwice", "Send the next webhook twice"),
    WEBHOOK_LATE(Side.WEBHOOK, "webhookLate", "Send the next webhook after those that follow it"),
    WEBHOOK_LOST(Side.WEBHOOK, "webhookLost", "Lose the next webhook");

    /** What one throw of the dice is made for. */
    public enum Side {
        /** A call of the API. */
        CALL,
        /** A day of the simulated world. */
        WORLD,
        /** A line of an account: it is odd for ever, or never. */
        LINE,
        /** An attempt to deliver a webhook. */
        WEBHOOK
    }

    private final Side side;
    private final String word;
    private final String sentence;

    Fault(Side side, String word, String sentence) {
        this.side = side;
        this.word = word;
        this.sentence = sentence;
    }

    public Side side() {
        return side;
    }

    /** The name in a plan. */
    public String word() {
        return word;
    }

    /** What happens, for a person. */
    public String sentence() {
        return sentence;
    }

    /** The fault of that name. */
    public static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
