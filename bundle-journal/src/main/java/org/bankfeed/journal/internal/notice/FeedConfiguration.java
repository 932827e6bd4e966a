package org.bankfeed.journal.internal.notice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Under which name an operator finds a feed's configuration: Karaf's file of it, else its id. */
public final class FeedConfiguration {

    private static final String FILE = "felix.fileinstall.filename";
    private static final String ID = "service.pid";

    private FeedConfiguration() {}

    /** @param properties of the feed's service */
    public static @Nullable String of(Map<String, ?> properties) {
        Object file = properties.get(FILE);
        if (file != null) {
            String address = file.toString();
            return address.substring(address.lastIndexOf('/') + 1);
        }
        Object id = properties.get(ID);
        return id == null ? null : id.toString();
    }
}
