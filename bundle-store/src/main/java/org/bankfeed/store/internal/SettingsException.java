package org.bankfeed.store.internal;

/** A setting that cannot work; the message is one sentence for the operator: what, where, what to do. */
final class SettingsException extends RuntimeException {

    SettingsException(String sentence) {
        super(sentence);
    }
}
