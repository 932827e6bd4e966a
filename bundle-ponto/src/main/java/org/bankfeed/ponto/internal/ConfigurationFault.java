package org.bankfeed.ponto.internal;

import org.jspecify.annotations.Nullable;

/** A configuration that cannot be used; its message is one sentence that names the key and the file. */
final class ConfigurationFault extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigurationFault(String sentence) {
        this(sentence, null);
    }

    ConfigurationFault(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
