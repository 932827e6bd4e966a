package org.bankfeed.simulator.internal.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Filter;
import org.bankfeed.simulator.internal.web.Handler;
import org.bankfeed.simulator.internal.web.Request;

/** Does a POST or PATCH with a known {@code Ibanity-Idempotency-Key} only once; later ones get the first's answer. */
final class Idempotency implements Filter {

    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int REMEMBERED = 10_000;

    private final Access access;
    private final Clock realClock;
    private final Map<String, Done> done = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Done> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Done(Answer answer, Instant until) {}

    Idempotency(Access access, Clock realClock) {
        this.access = access;
        this.realClock = realClock;
    }

    @Override
    public Answer around(Request request, Handler next) throws IOException {
        Optional<String> key = request.header("Ibanity-Idempotency-Key");
        boolean writes = request.method().equals("POST") || request.method().equals("PATCH");
        if (key.isEmpty() || !writes || request.path().contains("/oauth2/")) {
            return next.handle(request);
        }
        access.optional(request); // who has no good token learns nothing of earlier answers
        return once(request.method() + " " + request.path() + " " + key.get(), request, next);
    }

    private synchronized Answer once(String key, Request request, Handler next) throws IOException {
        Instant now = realClock.instant();
        Done before = done.get(key);
        if (before != null && now.isBefore(before.until())) {
            return before.answer();
        }
        Answer answer = next.handle(request);
        done.put(key, new Done(answer, now.plus(MEMORY)));
        return answer;
    }
}
