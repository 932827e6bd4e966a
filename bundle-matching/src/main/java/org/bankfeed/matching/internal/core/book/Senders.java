package org.bankfeed.matching.internal.core.book;

import java.util.List;
import org.bankfeed.matching.internal.core.Line;
import org.jspecify.annotations.Nullable;

/** All other sides of the lines that came. */
public final class Senders {

    private final ById<Sender> all = new ById<>(sender -> sender.key);

    /** The line that was asked for last, and its sender, which may not be among them yet. */
    private @Nullable Line line;

    private Sender sender = new Sender("", "", "");

    /** That of a line, with nothing known if no line of it was taken in; of lines that name nobody, each has its own. */
    public Sender of(Line asked) {
        if (asked != line) {
            String account = Facts.accountKey(asked.counterpart());
            String key = account.isEmpty() ? byName(asked.name()) : account;
            Sender known = key.isEmpty() ? null : all.get(key);
            sender = known == null ? new Sender(key, account, asked.name()) : known;
            line = asked;
        }
        return sender;
    }

    /** The latest lines from or to an account, said as letters and digits. */
    List<Past> linesOf(String account) {
        Sender known = all.get(account);
        return known == null ? List.of() : known.lines();
    }

    private static String byName(String name) {
        return name.isBlank() ? "" : Facts.name(name);
    }

    /** That of a line that is taken in. */
    Sender keep(Line taken) {
        Sender kept = of(taken);
        if (!kept.isKept && !kept.isNobody()) {
            kept.isKept = true;
            all.add(kept);
        }
        return kept;
    }
}
