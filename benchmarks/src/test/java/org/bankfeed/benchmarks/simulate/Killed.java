package org.bankfeed.benchmarks.simulate;

/** The process ends here, in the middle of what it does. No code under test may catch it. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super("killed " + where, null, false, false);
    }
}
