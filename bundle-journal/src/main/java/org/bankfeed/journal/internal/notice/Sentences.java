package org.bankfeed.journal.internal.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.journal.AccountSettings;

/** What logs, audits and receipts say, in English. */
public final class Sentences {

    private static final Pattern REQUEST_ID = Pattern.compile(" ?\\(request id ([^)]+)\\)");

    private Sentences() {}

    /** What a feed says, with the provider's id of the call for its support. */
    public static String of(BankFeedException failure) {
        String said = failure.getMessage();
        String sentence = said == null || said.isBlank() ? "The provider gave no reason" : said;
        return failure.requestId() == null ? sentence : sentence + " (request id " + failure.requestId() + ")";
    }

    /** The provider's id of the call in what {@link #of(BankFeedException)} made. */
    public static Optional<String> requestId(String said) {
        Matcher found = REQUEST_ID.matcher(said);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** For a sentence that names the id by itself. */
    public static String withoutRequestId(String said) {
        return REQUEST_ID.matcher(said).replaceAll("");
    }

    public static String noFeed(String feed) {
        return Words.noFeed(feed).in(Locale.ENGLISH);
    }

    /** Of a fault that is ours or the feed's; its details are in the log. */
    public static String unexpected(String what) {
        return what + " failed unexpectedly: the rest was not held up, the log has the details, and the next"
                + " synchronization tries again.";
    }

    /** What a person says of an account. */
    public static String settings(AccountSettings settings) {
        return "Account " + (settings.active() ? "read and matched" : "switched off")
                + (settings.countFrom() == null ? ", all lines count" : ", lines count from " + settings.countFrom())
                + (settings.hostAccount() == null ? "." : ", in the ERP " + settings.hostAccount() + ".");
    }
}
