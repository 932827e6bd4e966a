package org.bankfeed.simulator.internal.fault;

import java.io.IOException;
import java.time.Duration;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Filter;
import org.bankfeed.simulator.internal.web.Handler;
import org.bankfeed.simulator.internal.web.Request;

/** The faults of the network and of the gateway, in front of everything else. */
public final class CallFaults implements Filter {

    private static final String RETRY_AFTER = "1";
    private static final String GATEWAY_PAGE = """
            <html><head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>
            """;

    private final Dice dice;

    public CallFaults(Dice dice) {
        this.dice = dice;
    }

    @Override
    public Answer around(Request request, Handler next) throws IOException {
        boolean tokens = request.path().contains("/oauth2/");
        if (dice.happens(Fault.RATE_LIMIT)) {
            return tooMany(request).with("Retry-After", RETRY_AFTER);
        }
        if (dice.happens(Fault.RATE_LIMIT_SILENT)) {
            return tooMany(request);
        }
        if (dice.happens(Fault.SERVER_ERROR)) {
            return refusal(request, 503, "serviceUnavailable", "The service is temporarily unavailable.");
        }
        if (dice.happens(Fault.HTML_BODY)) {
            return Answer.text(502, "text/html", GATEWAY_PAGE); // a proxy's: it knows no request id
        }
        Answer answer = next.handle(isList(request) ? page(request) : request);
        return tokens ? ofTokens(request, answer) : damaged(answer);
    }

    private Request page(Request request) {
        if (dice.happens(Fault.FOREIGN_LINK)) {
            return request.astray();
        }
        return dice.happens(Fault.SHORT_PAGE) ? request.shortened() : request;
    }

    /** The work is done; only what comes back of it is damaged. */
    private Answer damaged(Answer answer) {
        Answer sent = held(answer);
        if (dice.happens(Fault.LOST_RESPONSE)) {
            return sent.lost();
        }
        return dice.happens(Fault.CUT_BODY) ? sent.cut() : sent;
    }

    /** A lost token is a fault of its own: it costs the link. */
    private Answer ofTokens(Request request, Answer answer) {
        boolean refresh = "refresh_token".equals(request.form().get("grant_type"));
        Answer sent = refresh ? answer : held(answer);
        return refresh && answer.status() == 200 && dice.happens(Fault.LOST_REFRESH) ? sent.lost() : sent;
    }

    private Answer held(Answer answer) {
        Duration wait = Duration.ZERO;
        if (dice.happens(Fault.TIME_OUT)) {
            wait = wait.plus(dice.plan().hold());
        }
        if (dice.happens(Fault.SLOW)) {
            wait = wait.plus(dice.plan().slow());
        }
        return wait.isZero() ? answer : answer.after(wait);
    }

    private static boolean isList(Request request) {
        return request.method().equals("GET") && request.path().endsWith("transactions");
    }

    private static Answer tooMany(Request request) {
        return refusal(request, 429, "tooManyRequests", "Too many requests.");
    }

    private static Answer refusal(Request request, int status, String code, String detail) {
        return ApiError.of(status, code, detail).answer(request.id()).with("ibanity-request-id", request.id());
    }
}
