package org.bankfeed.simulator.internal.web;

import java.io.IOException;

/** Answers a request. Called by many threads. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request) throws IOException;
}
