package org.bankfeed.screens.internal.page.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.session.Session;
import org.bankfeed.screens.internal.view.FeedNames;
import org.bankfeed.screens.internal.view.LinkStanding;
import org.bankfeed.screens.internal.view.LinkedAccount;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.PublicAddress;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** The way to the provider and to the bank, and back. */
public final class ConnectPage {

    /** Registered at the provider, so it never changes. */
    private static final String RETURN = "/connect/return";

    private final Rooms rooms;
    private final Errands errands;
    private final PublicAddress address;

    public ConnectPage(Rooms rooms, Errands errands, PublicAddress address) {
        this.rooms = rooms;
        this.errands = errands;
        this.address = address;
    }

    /** Sends a person to the provider; where no person is needed there, the link stands at once. */
    public Answer begin(Visit visit) {
        String feed = visit.parameters().needed("feed", Message.of("connect.the-way"));
        try {
            ConnectStep step = rooms.journal()
                    .connect(visit.caller(), feed, address.at(RETURN), visit.language(), newcomer(visit.parameters()));
            if (step instanceof ConnectStep.Visit there) {
                return new Answer.Leave(
                        there.page(), Message.all(FeedNames.of(feed).name()));
            }
            return welcome(visit, ((ConnectStep.Connected) step).connection());
        } catch (JournalException e) {
            visit.warn(Message.of("connect.not", Words.said(e)));
            return new Answer.See(IntegrationsPage.PATH);
        }
    }

    /** What somebody said of himself for the provider's forms; null if nothing. */
    private static @Nullable OnboardingDetails newcomer(Parameters typed) {
        String email = typed.textOrNull("email");
        try {
            return email == null
                    ? null
                    : new OnboardingDetails(
                            email,
                            typed.textOrNull("first-name"),
                            typed.textOrNull("last-name"),
                            typed.textOrNull("organization"),
                            null,
                            typed.textOrNull("vat-number"),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("connect.no-mail", email));
        }
    }

    /**
     * The person is back. Whatever came of it is said on the next page, so that state and code leave the address bar; only
     * where the same address may work in a moment, it stays.
     */
    public Answer back(Visit visit) {
        ConnectReturn query = query(visit);
        if (!visit.caller().may(Role.ADMINISTRATOR)) {
            throw new RefusedException(
                    403, Message.of("connect.may-not", visit.caller().name()));
        }
        try {
            return welcome(visit, returned(visit, query));
        } catch (JournalException e) {
            if (e.reason() == Reason.UNAVAILABLE) {
                return later(e, query);
            }
            visit.warn(sentence(e));
            return new Answer.See(IntegrationsPage.PATH);
        }
    }

    private ConnectReturn query(Visit visit) {
        String state = visit.parameters()
                .text("state")
                .orElseThrow(() -> RefusedException.malformed(Message.of("connect.no-state", provider())));
        return new ConnectReturn(
                state, visit.parameters().textOrNull("code"), visit.parameters().textOrNull("error"));
    }

    /**
     * Who signed in only now works on the first of his companies, which need not be the one that he set out for: so all of
     * them are asked whether they expect him.
     */
    private Connection returned(Visit visit, ConnectReturn query) throws JournalException {
        Session session = visit.session();
        List<CompanyId> companies = new ArrayList<>(session.person().companies());
        companies.remove(session.company());
        companies.add(0, session.company());
        JournalException foreign = null;
        for (CompanyId company : companies) {
            Caller caller = session.person().as(company, Channel.WEB);
            try {
                Connection link = rooms.journal().returned(caller, query);
                session.workOn(company);
                return link;
            } catch (JournalException e) {
                if (e.reason() != Reason.FOREIGN_STATE) {
                    session.workOn(company);
                    throw e;
                }
                foreign = e;
            }
        }
        throw Objects.requireNonNull(foreign, "a session is for one company at least");
    }

    /** Its lines are read by themselves: nobody has to know that there is a button for it. */
    private Answer welcome(Visit visit, Connection link) {
        if (link.state() == Connection.State.UNCONFIRMED) {
            return new Answer.See(OrganizationPage.pathOf(link));
        }
        Caller caller = visit.caller();
        List<Notice> notices = rooms.journal().notices(caller);
        long shared = rooms.journal().accounts(caller).stream()
                .filter(account -> link.id().equals(account.connection()))
                .filter(account -> LinkedAccount.of(account, List.of(link), notices, rooms.clock())
                        .shared())
                .count();
        Message connected = Message.of("connect.done", LinkStanding.called(link), shared);
        visit.say(shared == 0 ? connected : Message.all(connected, Message.of("connect.reads")));
        var unused = errands.begin(caller);
        return new Answer.See(IntegrationsPage.PATH);
    }

    private Message sentence(JournalException e) {
        return switch (e.reason()) {
            case DECLINED -> Message.of("connect.declined", provider());
            case FOREIGN_STATE -> Message.of("connect.foreign", provider());
            default -> Message.of("connect.not", Words.said(e));
        };
    }

    private Answer later(JournalException e, ConnectReturn query) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("sentence", Message.all(Words.said(e)));
        model.put("state", query.state());
        model.put("code", query.code());
        return new Answer.Page(503, "connect-later.ftlh", model);
    }

    private Message provider() {
        return FeedNames.common(rooms.journal().feeds());
    }

    /** Sends the holder of an account to his bank, to renew his consent. */
    public Answer renew(Visit visit) {
        String id = visit.parameters().needed("account", Message.of("form.account"));
        Account account = rooms.journal().accounts(visit.caller()).stream()
                .filter(known -> known.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(Message.of("sync.no-account")));
        String back = account.connection() == null
                ? AccountsPage.PATH
                : IntegrationsPage.PATH + "/link?id=" + account.connection();
        try {
            URI page = rooms.journal().renew(visit.caller(), account.id(), address.at(back));
            return new Answer.Leave(
                    page,
                    account.institution() == null ? Message.of("leave.your-bank") : Message.all(account.institution()));
        } catch (JournalException e) {
            visit.warn(Message.of("reading.problem", account.label(), Words.said(e)));
            return new Answer.See(back);
        }
    }
}
