package org.bankfeed.simulator;

/** The simulator cannot start. The message is one sentence for the user: what is wrong and what to do. */
public final class SimulatorException extends Exception {

    private static final long serialVersionUID = 1L;

    public SimulatorException(String message) {
        super(message);
    }

    public SimulatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
