package org.bankfeed.matching.internal.core;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All other sides of the lines that came. */
final class Senders {

    private final Map<String, Sender> all = new HashMap<>();

    /** The line that was asked for last, and its sender, which may not be among them yet. */
    private @Nullable Line line;

    private Sender sender = new Sender("", "");

    /** That of a line, with nothing known if no line of it was taken in. */
    Sender of(Line asked) {
        if (asked != line) {
            String account = Facts.accountKey(asked.counterpart());
            Sender known = all.get(key(account, asked.name()));
            sender = known == null ? new Sender(account, asked.name()) : known;
            line = asked;
        }
        return sender;
    }

    /** That of a line that is taken in. */
    Sender keep(Line taken) {
        Sender kept = of(taken);
        return all.computeIfAbsent(key(kept.account, taken.name()), key -> kept);
    }

    private static String key(String account, String name) {
        return account.isEmpty() ? Facts.name(name) : account;
    }
}
