package org.bankfeed.shell.internal.command;

import java.util.Locale;
import org.bankfeed.journal.Notice;

/** Who mends what a notice tells of, and by which command. */
final class Remedies {

    /** Which one it is stands in the sentence. */
    static final String CONFIGURE = "Mend the feed's configuration: docs/configuration-ponto.md";

    private Remedies() {}

    static String layer(Notice notice) {
        return switch (notice.kind().layer()) {
            case INTEGRATION -> "connection";
            case SHARED_ACCOUNTS -> "shared accounts";
            case AUTHORIZATION -> "consent at the bank";
            case BANK -> "bank";
            case LINES -> "lines";
        };
    }

    static String mender(Notice notice) {
        return switch (notice.kind().mender()) {
            case PROVIDER_USER -> "who signs in at the provider";
            case ACCOUNT_HOLDER -> "the account's holder";
            case NOBODY -> "nobody";
            case ADMINISTRATOR, BOOKKEEPER, OPERATOR ->
                notice.kind().mender().name().toLowerCase(Locale.ROOT);
        };
    }

    static String of(Notice notice) {
        String account = notice.account() == null ? "ACCOUNT" : notice.account().value();
        return switch (notice.kind().remedy()) {
            case RECONNECT -> "bank:connect";
            case CHOOSE_ACCOUNTS -> "bank:connect, and choose the accounts at the provider";
            case RENEW -> "bank:renew " + account;
            case OPEN_PROVIDER -> "Its user signs in at the provider";
            case CONFIRM_ORGANIZATION ->
                "bank:accept " + notice.connection() + ", or bank:disconnect " + notice.connection();
            case DECIDE_DOUBTS -> "bank:doubts";
            case SETTLE_AMOUNTS -> "bank:amounts";
            case LOOK_AT_LINES -> "bank:transactions";
            case LOOK_AT_LINK ->
                notice.kind() == Notice.Kind.LINKED_TWICE
                        ? "bank:renew " + account + " instead"
                        : "bank:sync, and look whether the provider reports a disturbance";
            case CONFIGURE -> CONFIGURE;
            case WAIT -> "Nothing: wait";
        };
    }
}
