package org.bankfeed.ponto.internal.config;

import org.jspecify.annotations.Nullable;

/** A configuration that cannot be used; its message is one sentence that names the key and the file. */
public final class ConfigurationFault extends Exception {

    private static final long serialVersionUID = 1L;

    public ConfigurationFault(String sentence) {
        this(sentence, null);
    }

    public ConfigurationFault(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
