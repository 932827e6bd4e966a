package org.bankfeed.screens.internal.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/** Makes cards of the journal's notices, for one person and one answer. */
public final class NoticeCards {

    private static final String INTEGRATIONS = "/settings/integrations";

    private final Caller caller;
    private final Set<String> feeds;
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<ConnectionId, Connection> links = new HashMap<>();
    private final WaitingInvoices invoices;

    /**
     * @param feeds those through which one can connect now
     * @param invoices tells which wait, if it is asked
     */
    public NoticeCards(
            Caller caller,
            List<String> feeds,
            List<Account> accounts,
            List<Connection> links,
            WaitingInvoices invoices) {
        this.caller = caller;
        this.feeds = Set.copyOf(feeds);
        this.invoices = invoices;
        accounts.forEach(account -> this.accounts.put(account.id(), account));
        links.forEach(link -> this.links.put(link.id(), link));
    }

    public NoticeCard of(Notice notice) {
        List<Account> affected = affected(notice);
        return new NoticeCard(
                notice.kind(),
                NoticeCard.tone(notice.gravity()),
                Message.all(notice.sentences().toArray()),
                notice.since(),
                affected.stream().map(Account::label).map(Masking::of).toList(),
                notice.stopsLines() ? invoices.sentence(affected) : null,
                mender(notice),
                button(notice));
    }

    private List<Account> affected(Notice notice) {
        return notice.affected().stream()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private Message mender(Notice notice) {
        FeedNames provider = provider(notice);
        return switch (notice.kind().mender()) {
            case ADMINISTRATOR ->
                Message.of(
                        caller.may(Role.ADMINISTRATOR) ? "notice.administrator" : "notice.administrator.where",
                        caller.company().value());
            case BOOKKEEPER -> Message.of("notice.bookkeeper");
            case PROVIDER_USER -> providerUser(notice, provider);
            case ACCOUNT_HOLDER -> Message.of("notice.holder");
            case OPERATOR -> Message.of("notice.operator");
            case NOBODY -> Message.of("notice.nobody");
        };
    }

    private Message providerUser(Notice notice, FeedNames provider) {
        Connection link = link(notice);
        var organization = link == null ? null : link.organization();
        return organization == null || organization.name() == null
                ? Message.of("notice.provider-user", provider.name())
                : Message.of("notice.provider-user.of", provider.name(), organization.name());
    }

    private @Nullable NoticeButton button(Notice notice) {
        Connection link = link(notice);
        String ofLink = link == null ? INTEGRATIONS : INTEGRATIONS + "/link?id=" + link.id();
        FeedNames provider = provider(notice);
        return switch (notice.kind().remedy()) {
            case RECONNECT -> connect(link, Message.of("link.reconnect"));
            case CHOOSE_ACCOUNTS -> connect(link, Message.of("link.choose", provider.name()));
            case RENEW -> renew(notice, Message.of("link.renew"));
            case OPEN_PROVIDER ->
                provider.site() == null
                        ? null
                        : NoticeButton.away(Message.of("link.open", provider.name()), provider.site());
            case CONFIRM_ORGANIZATION ->
                link == null || !caller.may(Role.ADMINISTRATOR)
                        ? null
                        : NoticeButton.look(
                                Message.of("notice.say-which"), INTEGRATIONS + "/organization?id=" + link.id());
            case DECIDE_DOUBTS -> NoticeButton.look(Message.of("dashboard.decide"), "/bank/doubts");
            case SETTLE_AMOUNTS -> NoticeButton.look(Message.of("notice.compare"), "/bank/amounts");
            case LOOK_AT_LINES ->
                NoticeButton.look(
                        Message.of("notice.look-at-lines"),
                        notice.kind() == Kind.UNREADABLE_LINES
                                ? "/bank?state=unreadable"
                                : notice.account() == null ? "/bank" : "/bank?account=" + notice.account());
            case LOOK_AT_LINK, CONFIGURE ->
                notice.kind() == Kind.LINKED_TWICE
                        ? renew(notice, Message.of("notice.renew-instead"))
                        : NoticeButton.look(Message.of("account.look"), ofLink);
            case WAIT -> null;
        };
    }

    private @Nullable NoticeButton renew(Notice notice, Message said) {
        return notice.account() == null || !caller.may(Role.ADMINISTRATOR, Role.BOOKKEEPER)
                ? null
                : NoticeButton.act(
                        said,
                        INTEGRATIONS + "/renew",
                        "account",
                        notice.account().value());
    }

    private @Nullable NoticeButton connect(@Nullable Connection link, Message said) {
        if (!caller.may(Role.ADMINISTRATOR) || (link != null && !feeds.contains(link.feed()))) {
            return null;
        }
        return link == null
                ? NoticeButton.look(said, INTEGRATIONS)
                : NoticeButton.act(said, INTEGRATIONS + "/connect", "feed", link.feed());
    }

    private FeedNames provider(Notice notice) {
        Connection link = link(notice);
        return FeedNames.of(
                link != null ? link.feed() : feeds.stream().sorted().findFirst().orElse("the provider"));
    }

    private @Nullable Connection link(Notice notice) {
        if (notice.connection() != null) {
            return links.get(notice.connection());
        }
        Account account = notice.account() == null ? null : accounts.get(notice.account());
        ConnectionId through = account == null ? null : account.connection();
        return through == null ? null : links.get(through);
    }
}
