package org.bankfeed.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Json;

/** A refusal in the envelope of OAuth endpoints. */
final class OAuthError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String description;

    OAuthError(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
        this.description = description;
    }

    static OAuthError invalidRequest(String description) {
        return new OAuthError(400, "invalid_request", description);
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }

    Answer answer() {
        ObjectNode body = Json.object().put("error", error).put("error_description", description);
        Answer answer = Answer.json(status, body).with("Cache-Control", "no-store");
        return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"ponto-connect\"") : answer;
    }
}
