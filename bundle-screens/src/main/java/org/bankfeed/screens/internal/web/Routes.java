package org.bankfeed.screens.internal.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.screens.internal.words.Message;

/** Which path leads where. Ids of things stand in the query: then a path is either known or not. */
public final class Routes {

    private final Map<String, Handler> looks = new HashMap<>();
    private final Map<String, Handler> acts = new HashMap<>();

    /** A page to look at; asking for it changes nothing. */
    public Routes look(String path, Handler handler) {
        looks.put(path, handler);
        return this;
    }

    /** Something to do, by a form. */
    public Routes act(String path, Handler handler) {
        acts.put(path, handler);
        return this;
    }

    /** Whether there is a page to look at. */
    public boolean isLook(String path) {
        return looks.containsKey(path);
    }

    /**
     * The handler of a request.
     *
     * @throws RefusedException 405 where the path is there, but not for this method
     */
    public Optional<Handler> find(String method, String path) {
        boolean act = "POST".equals(method);
        boolean look = "GET".equals(method) || "HEAD".equals(method);
        Handler found = act ? acts.get(path) : look ? looks.get(path) : null;
        if (found == null && (looks.containsKey(path) || acts.containsKey(path))) {
            throw new RefusedException(405, Message.of("fault.method"));
        }
        return Optional.ofNullable(found);
    }
}
