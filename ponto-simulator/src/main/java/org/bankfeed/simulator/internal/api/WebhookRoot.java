package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/** Where the keys of webhooks are: Ibanity's Java library asks here at its start, and does not start without an answer. */
final class WebhookRoot {

    private final Links links;

    WebhookRoot(Links links) {
        this.links = links;
    }

    void register(Routes routes) {
        routes.outside("GET", "/webhooks", this::root);
    }

    private Answer root(Request request) {
        ObjectNode document = Json.object();
        document.putObject("links").put("keys", links.origin(request) + "/webhooks/keys");
        return Answer.document(200, document);
    }
}
