package org.bankfeed.screens.internal.page.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.JournalException;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.FeedNames;
import org.bankfeed.screens.internal.view.LinkedAccount;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * Two questions about organizations: before somebody connects a second one, whether he does not rather want to renew; and
 * when he came back with another one than before, whether that was meant. Until it is answered nothing of it is read.
 */
public final class OrganizationPage {

    private static final String PATH = IntegrationsPage.PATH + "/organization";

    private final Rooms rooms;
    private final Errands errands;

    public OrganizationPage(Rooms rooms, Errands errands) {
        this.rooms = rooms;
        this.errands = errands;
    }

    static String pathOf(Connection link) {
        return PATH + "?id=" + link.id();
    }

    /** Asks whether the other organization was meant. */
    public Answer ask(Visit visit) {
        visit.caller().require("say which organization is meant", Role.ADMINISTRATOR);
        Connection link = link(visit);
        if (link.state() != State.UNCONFIRMED) {
            visit.say(Message.of("organization.answered", called(link)));
            return new Answer.See(IntegrationsPage.pathOf(link));
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("link", link);
        model.put("called", called(link));
        model.put("provider", FeedNames.of(link.feed()).name());
        model.put("before", before(visit.caller(), link));
        return Answer.Page.of("organization.ftlh", model);
    }

    /** What was connected through the same feed before, with the accounts that it shares. */
    private List<Before> before(Caller caller, Connection link) {
        List<Account> accounts = rooms.journal().accounts(caller);
        return rooms.journal().connections(caller).stream()
                .filter(other -> other.feed().equals(link.feed()))
                .filter(other -> other.state() == State.CONNECTED || other.state() == State.BROKEN)
                .map(other -> new Before(
                        other,
                        called(other),
                        accounts.stream()
                                .filter(account -> other.id().equals(account.connection()))
                                .toList()))
                .toList();
    }

    /** A link that stood before. */
    public record Before(Connection link, Message called, List<Account> accounts) {

        public Before {
            accounts = List.copyOf(accounts);
        }
    }

    /** It was meant: it stands beside the one of before, and is read. */
    public Answer accept(Visit visit) {
        Connection link = link(visit);
        try {
            Connection now = rooms.journal().accept(visit.caller(), link.id());
            visit.say(Message.of("organization.accepted", called(now)));
            var unused = errands.begin(visit.caller());
            return new Answer.See(IntegrationsPage.pathOf(now));
        } catch (JournalException e) {
            return refused(visit, e);
        }
    }

    /** It was a mistake: its link is ended, and the one of before never changed. */
    public Answer reject(Visit visit) {
        Connection link = link(visit);
        if (link.state() != State.UNCONFIRMED) {
            visit.warn(Message.of("organization.answered-meanwhile", called(link)));
            return new Answer.See(IntegrationsPage.PATH);
        }
        try {
            rooms.journal().disconnect(visit.caller(), link.id());
            visit.say(Message.of("organization.rejected", called(link)));
            return new Answer.See(IntegrationsPage.PATH);
        } catch (JournalException e) {
            return refused(visit, e);
        }
    }

    private static Answer refused(Visit visit, JournalException e) {
        visit.warn(Message.of("form.unchanged", Words.said(e)));
        return new Answer.See(IntegrationsPage.PATH);
    }

    /** Before a second organization is connected: whoever only wants an account to be read again, renews it. */
    public Answer another(Visit visit) {
        visit.caller().require("connect a bank", Role.ADMINISTRATOR);
        Caller caller = visit.caller();
        BankJournal journal = rooms.journal();
        String feed = visit.parameters().needed("feed", Message.of("connect.the-way"));
        if (!journal.feeds().contains(feed)) {
            throw RefusedException.notFound(Message.of("connect.no-way"));
        }
        List<Connection> links = journal.connections(caller);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("feed", feed);
        model.put("provider", FeedNames.of(feed).name());
        model.put(
                "linked",
                links.stream()
                        .filter(link -> link.feed().equals(feed) && link.state() == State.CONNECTED)
                        .map(OrganizationPage::called)
                        .toList());
        model.put(
                "accounts",
                journal.accounts(caller).stream()
                        .map(account -> LinkedAccount.of(account, links, journal.notices(caller), rooms.clock()))
                        .filter(LinkedAccount::read)
                        .filter(account ->
                                account.link() != null && account.link().feed().equals(feed))
                        .toList());
        return Answer.Page.of("organization-another.ftlh", model);
    }

    private static Message called(Connection link) {
        return link.organization() == null || link.organization().name() == null
                ? Message.of("organization.nameless")
                : Message.all(link.organization().name());
    }

    private Connection link(Visit visit) {
        String id = visit.parameters().needed("id", Message.of("link.the-connection"));
        return rooms.journal().connections(visit.caller()).stream()
                .filter(link -> link.id().value().equals(id) && link.state() != State.CONNECTING)
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(Message.of("link.none")));
    }
}
