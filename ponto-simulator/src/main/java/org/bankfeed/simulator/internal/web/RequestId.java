package org.bankfeed.simulator.internal.web;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of calls as Ibanity writes them: 43 upper-case hex digits. Not secret. */
final class RequestId {

    private RequestId() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(
                Locale.ROOT, "%016X%016X%011X", random.nextLong(), random.nextLong(), random.nextLong() >>> 20);
    }
}
