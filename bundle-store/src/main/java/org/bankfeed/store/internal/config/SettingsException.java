package org.bankfeed.store.internal.config;

/** A setting that cannot work; the message is one sentence for the operator: what, where, what to do. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String sentence) {
        super(sentence);
    }
}
