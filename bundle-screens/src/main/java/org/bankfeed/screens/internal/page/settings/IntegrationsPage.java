package org.bankfeed.screens.internal.page.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ReconnectReceipt;
import org.bankfeed.screens.internal.page.LinkNotices;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.FeedNames;
import org.bankfeed.screens.internal.view.FeedTile;
import org.bankfeed.screens.internal.view.LinkStanding;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** The ways to the banks: how each stands, one link in all its parts, and its end. */
public final class IntegrationsPage {

    static final String PATH = "/settings/integrations";

    /** After that, the provider's page takes nobody back. */
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private static final Duration TELLS_OF_A_RETURN = Duration.ofDays(2);

    private final Rooms rooms;

    public IntegrationsPage(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Where the page of a link is. */
    static String pathOf(Connection link) {
        return PATH + "/link?id=" + link.id();
    }

    public Answer show(Visit visit) {
        Caller caller = visit.caller();
        BankJournal journal = rooms.journal();
        List<Connection> links = journal.connections(caller);
        List<Account> accounts = journal.accounts(caller);
        List<Notice> notices = journal.notices(caller);
        LinkNotices said = new LinkNotices(rooms, caller);
        TreeSet<String> feeds = new TreeSet<>(journal.feeds());
        links.forEach(link -> feeds.add(link.feed()));
        List<FeedTile> tiles = feeds.stream()
                .map(feed -> new FeedTile(
                        feed,
                        FeedNames.of(feed),
                        journal.feeds().contains(feed),
                        links.stream()
                                .filter(link -> link.feed().equals(feed) && link.state() != State.CONNECTING)
                                .map(link -> LinkStanding.of(
                                        link, accounts, links, notices, said.of(link.id()), rooms.clock()))
                                .toList(),
                        sentAt(links, feed)))
                .toList();
        Map<String, @Nullable Object> model = model(visit);
        model.put("tiles", tiles);
        model.put("receipts", receipts(caller, links));
        return Answer.Page.of("integrations.ftlh", model);
    }

    /** What came of the returns of the last days, by the link's id: whoever comes back lands on this page. */
    private Map<String, ReconnectReceipt> receipts(Caller caller, List<Connection> links) {
        Instant oldest = rooms.clock().instant().minus(TELLS_OF_A_RETURN);
        Map<String, ReconnectReceipt> receipts = new HashMap<>();
        for (Connection link : links) {
            rooms.journal()
                    .lastReconnect(caller, link.id())
                    .filter(receipt -> link.state() == State.CONNECTED
                            && receipt.returnedAt().isAfter(oldest))
                    .ifPresent(receipt -> receipts.put(link.id().value(), receipt));
        }
        return receipts;
    }

    /** What became of a link since then settles it: connected by another attempt, or ended on purpose. */
    private @Nullable Instant sentAt(List<Connection> links, String feed) {
        Instant oldest = links.stream()
                .filter(link -> link.feed().equals(feed) && link.state() != State.CONNECTING)
                .map(Connection::since)
                .reduce(rooms.clock().instant().minus(GOOD_FOR), (a, b) -> a.isAfter(b) ? a : b);
        return links.stream()
                .filter(link -> link.feed().equals(feed) && link.state() == State.CONNECTING)
                .map(Connection::since)
                .filter(since -> since.isAfter(oldest))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** One link, to look at and to change. */
    public Answer link(Visit visit) {
        Map<String, @Nullable Object> model = model(visit);
        LinkStanding standing = standing(visit);
        model.put("standing", standing);
        model.put("there", rooms.journal().feeds().contains(standing.link().feed()));
        model.put(
                "receipt",
                rooms.journal()
                        .lastReconnect(visit.caller(), standing.link().id())
                        .orElse(null));
        return Answer.Page.of("integrations-link.ftlh", model);
    }

    /** Says what ending a link means, before it is done. */
    public Answer askToEnd(Visit visit) {
        visit.caller().require("disconnect a bank", Role.ADMINISTRATOR);
        return endForm(visit, standing(visit), 200, null);
    }

    public Answer end(Visit visit) {
        visit.caller().require("disconnect a bank", Role.ADMINISTRATOR);
        LinkStanding standing = standing(visit);
        if (!visit.parameters().ticked("sure")) {
            return endForm(visit, standing, 400, Message.of("end.tick"));
        }
        Connection ended;
        try {
            ended = rooms.journal().disconnect(visit.caller(), standing.link().id());
        } catch (JournalException e) {
            return endForm(visit, standing, 409, Message.of("form.undone", Words.said(e)));
        }
        Message said = Message.of("end.done", standing.called());
        visit.say(ended.problem() == null ? said : Message.all(said, ended.problem()));
        return new Answer.See(PATH);
    }

    private Answer endForm(Visit visit, LinkStanding standing, int status, @Nullable Message problem) {
        Map<String, @Nullable Object> model = model(visit);
        model.put("standing", standing);
        model.put("problem", problem);
        return new Answer.Page(status, "integrations-end.ftlh", model);
    }

    private LinkStanding standing(Visit visit) {
        Caller caller = visit.caller();
        BankJournal journal = rooms.journal();
        String id = visit.parameters().needed("id", Message.of("link.the-connection"));
        List<Connection> links = journal.connections(caller);
        return links.stream()
                .filter(link -> link.id().value().equals(id) && link.state() != State.CONNECTING)
                .findFirst()
                .map(link -> LinkStanding.of(
                        link,
                        journal.accounts(caller),
                        links,
                        journal.notices(caller),
                        new LinkNotices(rooms, caller).of(link.id()),
                        rooms.clock()))
                .orElseThrow(() -> RefusedException.notFound(Message.of("link.none")));
    }

    private Map<String, @Nullable Object> model(Visit visit) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("administrator", visit.caller().may(Role.ADMINISTRATOR));
        model.put("mayRenew", visit.caller().may(Role.ADMINISTRATOR, Role.BOOKKEEPER));
        model.put("next", rooms.journal().nextReading(visit.caller()).orElse(null));
        return model;
    }
}
