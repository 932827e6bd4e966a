package org.bankfeed.screens.internal.view;

import java.time.Clock;
import java.util.List;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * An account, and how it is linked.
 *
 * @param account the account
 * @param link through which it is read; null if none ever shared it
 * @param consent of its holder at the bank; null if nobody said when it ends
 * @param shared whether the link shares it, as far as we were told
 */
public record LinkedAccount(
        Account account,
        @Nullable Connection link,
        @Nullable Consent consent,
        boolean shared) {

    public static LinkedAccount of(Account account, List<Connection> links, List<Notice> notices, Clock clock) {
        Connection link = links.stream()
                .filter(connection -> connection.id().equals(account.connection()))
                .findFirst()
                .orElse(null);
        boolean noLonger = notices.stream().anyMatch(notice -> switch (notice.kind()) {
            case ACCOUNT_NOT_SHARED -> account.id().equals(notice.account());
            case NO_ACCOUNTS ->
                notice.connection() != null && notice.connection().equals(account.connection());
            default -> false;
        });
        return new LinkedAccount(
                account, link, Consent.of(account.authorizationEnds(), clock), link != null && !noLonger);
    }

    /** Whether lines arrive, or would if the bank had some. */
    public boolean read() {
        return shared && link != null && link.state() == Connection.State.CONNECTED && account.active();
    }

    public String tone() {
        if (!account.active() || link == null) {
            return "";
        }
        return read() && account.problem() == null ? "good" : "bad";
    }

    /** How it is linked, in a word or two. */
    public Message word() {
        if (!account.active()) {
            return Message.of("account.off");
        }
        if (link == null) {
            return Message.of("account.unlinked");
        }
        return Message.of(
                switch (link.state()) {
                    case CONNECTED ->
                        !shared ? "account.unshared" : account.problem() == null ? "account.linked" : "link.problem";
                    case BROKEN -> "account.broken";
                    case DISCONNECTED, CONNECTING, UNCONFIRMED -> "link.disconnected";
                });
    }

    /** The link's name: {@code Bakkerij De Korenaar BV at Ponto}. */
    public Message through() {
        return link == null ? Message.all() : LinkStanding.called(link);
    }
}
