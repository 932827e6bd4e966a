package org.bankfeed.screens.internal.view;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * How a link stands, in three layers that are never mixed: the connection to the provider, the accounts that it shares,
 * and the consent at the bank for each.
 *
 * @param link the connection
 * @param feed what people call its provider
 * @param accounts all that it ever shared
 * @param notices what is to be said of it and of its accounts, layer by layer
 * @param soonest the consent that ends first among the accounts that it shares, or null
 */
public record LinkStanding(
        Connection link,
        FeedNames feed,
        List<LinkedAccount> accounts,
        List<NoticeLayer> notices,
        @Nullable Consent soonest) {

    public LinkStanding {
        accounts = List.copyOf(accounts);
        notices = List.copyOf(notices);
    }

    /**
     * How a link stands.
     *
     * @param all accounts of the company
     * @param links of the company
     * @param notices of the company
     * @param said those of this link
     */
    public static LinkStanding of(
            Connection link,
            List<Account> all,
            List<Connection> links,
            List<Notice> notices,
            List<NoticeLayer> said,
            Clock clock) {
        List<LinkedAccount> accounts = all.stream()
                .filter(account -> link.id().equals(account.connection()))
                .map(account -> LinkedAccount.of(account, links, notices, clock))
                .toList();
        Consent soonest = accounts.stream()
                .filter(LinkedAccount::read)
                .map(LinkedAccount::account)
                .map(Account::authorizationEnds)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(ends -> Consent.of(ends, clock))
                .orElse(null);
        return new LinkStanding(link, FeedNames.of(link.feed()), accounts, said, soonest);
    }

    /** {@code Bakkerij De Korenaar BV at Ponto}, or the provider's name alone while nobody is known. */
    public static Message called(Connection link) {
        Organization organization = link.organization();
        String provider = FeedNames.of(link.feed()).name();
        return organization == null || organization.name() == null
                ? Message.all(provider)
                : Message.of("link.called", organization.name(), provider);
    }

    public Message called() {
        return called(link);
    }

    /** The organization's name, or null while nobody told. */
    public @Nullable String organization() {
        Organization organization = link.organization();
        return organization == null ? null : organization.name();
    }

    public boolean connected() {
        return link.state() == State.CONNECTED;
    }

    public boolean broken() {
        return link.state() == State.BROKEN;
    }

    /** Another organization than before; nobody has said yet that it was meant. */
    public boolean unconfirmed() {
        return link.state() == State.UNCONFIRMED;
    }

    public boolean disconnected() {
        return link.state() == State.DISCONNECTED;
    }

    /** Whether a notice has a button already that goes to the provider, so that none is needed beside it. */
    public boolean offersProvider() {
        return notices.stream()
                .flatMap(layer -> layer.cards().stream())
                .map(NoticeCard::button)
                .anyMatch(button -> button != null && button.target().endsWith("/connect"));
    }

    /** The accounts that it shares now. */
    public List<LinkedAccount> shared() {
        return accounts.stream().filter(LinkedAccount::shared).toList();
    }

    /** Connected, and nothing to read. */
    public boolean sharesNone() {
        return connected() && shared().isEmpty();
    }

    public Message word() {
        return Message.of(
                switch (link.state()) {
                    case CONNECTED ->
                        sharesNone() ? "link.none-shared" : link.problem() == null ? "link.connected" : "link.waiting";
                    case BROKEN -> "link.problem";
                    case DISCONNECTED -> "link.disconnected";
                    case CONNECTING -> "link.unfinished";
                    case UNCONFIRMED -> "link.unconfirmed";
                });
    }

    public String tone() {
        return switch (link.state()) {
            case CONNECTED -> sharesNone() || link.problem() != null ? "warn" : "good";
            case BROKEN -> "bad";
            case DISCONNECTED -> "";
            case CONNECTING -> "calm";
            case UNCONFIRMED -> "warn";
        };
    }
}
