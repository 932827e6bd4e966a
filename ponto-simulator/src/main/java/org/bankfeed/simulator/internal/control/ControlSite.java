package org.bankfeed.simulator.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bankfeed.simulator.internal.oauth.Html;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Filter;
import org.bankfeed.simulator.internal.web.Handler;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/** The control page and the control API. They answer to programs and pages of this machine only. */
public final class ControlSite {

    static final String PAGE = "/control";

    private final ControlRoom room;
    private final ControlPage page;
    private final Set<String> hosts;

    public ControlSite(ControlRoom room, int port) {
        this.room = room;
        this.page = new ControlPage(room);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    public void register(Routes routes) {
        Filter own = this::onlyOwn;
        routes.get(PAGE, own.before(request -> page.show("")))
                .post(PAGE, own.before(this::press))
                .get(PAGE + "/api", own.before(request -> Answer.json(200, room.state())))
                .post(PAGE + "/api/{action}", own.before(this::order));
    }

    /** A page of another site may neither read this nor press its buttons, under whatever name it calls us. */
    private Answer onlyOwn(Request request, Handler next) throws IOException {
        boolean known = request.header("Host").filter(hosts::contains).isPresent();
        boolean ownPage = request.header("Origin")
                .map(origin -> hosts.contains(origin.replaceFirst("^http://", "")))
                .orElse(true);
        return known && ownPage ? next.handle(request) : refusal(403, "This is for pages of the simulator itself.");
    }

    private Answer press(Request request) {
        Map<String, String> form = new LinkedHashMap<>(request.form());
        try {
            room.act(form.getOrDefault("action", ""), form);
            return Html.secured(Answer.seeOther(PAGE));
        } catch (IllegalArgumentException e) {
            return page.show(String.valueOf(e.getMessage()));
        }
    }

    private Answer order(Request request) {
        try {
            room.act(request.variable("action"), parameters(request));
            return Answer.json(200, room.state());
        } catch (IllegalArgumentException e) {
            return refusal(400, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new LinkedHashMap<>(request.query());
        String body = request.text();
        if (body.isBlank()) {
            return parameters;
        }
        try {
            if (Json.MAPPER.readTree(body) instanceof ObjectNode object) {
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    parameters.put(field.getKey(), field.getValue().asText());
                }
                return parameters;
            }
        } catch (JsonProcessingException e) {
            // refused below
        }
        throw new IllegalArgumentException("The body must be a JSON object.");
    }

    private static Answer refusal(int status, String sentence) {
        return Answer.json(status, Json.object().put("error", sentence));
    }
}
