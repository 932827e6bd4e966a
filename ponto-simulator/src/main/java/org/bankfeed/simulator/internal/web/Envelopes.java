package org.bankfeed.simulator.internal.web;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every answer its request id, and every refusal the envelope it belongs in. */
public final class Envelopes implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

    @Override
    public Answer around(Request request, Handler next) throws IOException {
        return answer(request, next).with("ibanity-request-id", request.id());
    }

    private static Answer answer(Request request, Handler next) throws IOException {
        try {
            return next.handle(request);
        } catch (ApiError e) {
            return e.answer(request.id());
        } catch (RuntimeException e) {
            LOG.error("The simulator failed at {} {}", request.method(), request.path(), e);
            return ApiError.of(500, "internalServerError", "The simulator itself failed; its log says why.")
                    .answer(request.id());
        }
    }
}
