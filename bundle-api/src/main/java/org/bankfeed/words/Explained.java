package org.bankfeed.words;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An exception that says why in any language: whoever catches one asks it for its sentence, whatever kind it is. Its message
 * is English, for logs.
 *
 * <p>Safe for use by many threads.
 */
@ProviderType
public interface Explained {

    /** What the message says in English, for any language: as a rule one or more whole sentences, the same at each call. */
    Sentence sentence();
}
