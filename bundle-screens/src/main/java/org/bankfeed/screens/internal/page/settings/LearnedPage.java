package org.bankfeed.screens.internal.page.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.FactRow;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** What was learned of who pays for whom: seen with its source, forgotten, corrected. */
public final class LearnedPage {

    private static final String PATH = "/settings/learned";
    private static final int ROWS = 50;
    private static final int LOOKED_AT = 500;

    private final Rooms rooms;

    public LearnedPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        Parameters asked = visit.parameters();
        String text = asked.textOrNull("q");
        Set<LearnedFact.Kind> kinds =
                asked.choice("kind", LearnedFact.Kind.class).map(Set::of).orElse(Set.of());
        String kind = kinds.stream().map(Enum::name).findFirst().orElse("");
        boolean thirdParties = asked.ticked("third");
        Page<LearnedFact> found = rooms.matching()
                .learned(visit.caller(), new FactQuery(text, kinds, thirdParties, asked.textOrNull("after"), ROWS));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("rows", found.items().stream().map(FactRow::of).toList());
        model.put("text", text);
        model.put("kind", kind);
        model.put("third", thirdParties);
        model.put("here", PATH + query(text, kind, thirdParties, null));
        model.put("next", found.next() == null ? null : PATH + query(text, kind, thirdParties, found.next()));
        model.put("may", visit.caller().may(Role.BOOKKEEPER));
        return Answer.Page.of("learned.ftlh", model);
    }

    private static String query(@Nullable String text, String kind, boolean thirdParties, @Nullable String after) {
        StringBuilder query = new StringBuilder();
        add(query, "q", text);
        add(query, "kind", kind.isEmpty() ? null : kind);
        add(query, "third", thirdParties ? "on" : null);
        add(query, "after", after);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    public Answer forget(Visit visit) {
        try {
            rooms.matching().forget(visit.caller(), fact(visit));
            visit.say(Message.of("learned.forgotten"));
        } catch (MatchingException e) {
            visit.warn(e.reason() == MatchingException.Reason.NOT_FOUND ? Message.of("learned.gone") : told(e));
        }
        return back(visit);
    }

    public Answer correct(Visit visit) {
        String typed = visit.parameters().needed("party", Message.of("learned.the-party"));
        try {
            LearnedFact now = rooms.matching().correct(visit.caller(), fact(visit), party(visit.caller(), typed));
            visit.say(Message.of("learned.corrected", now.shown(), now.partyName()));
        } catch (MatchingException e) {
            visit.warn(
                    switch (e.reason()) {
                        case NOT_FOUND -> Message.of("learned.no-party", typed);
                        case NOT_POSSIBLE -> Message.of("learned.already");
                        default -> told(e);
                    });
        } catch (RefusedException e) {
            visit.warn(e.said());
        }
        return back(visit);
    }

    private static Message told(MatchingException e) {
        return Message.all(Words.said(e));
    }

    private static String fact(Visit visit) {
        return visit.parameters().needed("fact", Message.of("learned.the-fact"));
    }

    private static Answer back(Visit visit) {
        return new Answer.See(visit.parameters().ownPath("back", PATH));
    }

    /** The id of the party of that id or name. */
    private String party(Caller caller, String typed) {
        List<String> found = Arrays.stream(OpenItem.Direction.values())
                .map(direction -> new InvoiceQuery(direction, Set.of(), typed, null, LOOKED_AT))
                .flatMap(query -> rooms.matching().invoices(caller, query).items().stream())
                .map(view -> view.item().party())
                .filter(party ->
                        party.id().equals(typed) || party.name().strip().equalsIgnoreCase(typed))
                .map(Party::id)
                .distinct()
                .toList();
        if (found.size() > 1 && !found.contains(typed)) {
            throw new RefusedException(409, Message.of("learned.several", typed, found));
        }
        // an id that no text search finds may be known all the same: the matching says so if it is not
        return found.size() == 1 ? found.get(0) : typed;
    }
}
