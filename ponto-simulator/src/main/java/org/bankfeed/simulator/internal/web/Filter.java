package org.bankfeed.simulator.internal.web;

import java.io.IOException;

/**
 * Stands between the door and the handler of every request. It may answer itself, change what passes, or throw.
 *
 * <p>This is where a fault plan belongs: {@link Door} runs every exchange through one chain of filters.
 */
@FunctionalInterface
public interface Filter {

    Answer around(Request request, Handler next) throws IOException;

    /** This filter in front of {@code handler}. */
    default Handler before(Handler handler) {
        return request -> around(request, handler);
    }
}
