package org.bankfeed.matching.internal.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line that came, and what it settles now. Only the book changes it. */
final class Past {

    final String id;
    final int day;
    final long amount;
    final String account;
    final String name;
    final String textKey;
    final String endToEndId;
    final String mandate;

    /** What it settles; empty while nothing is booked. */
    List<Share> shares = List.of();

    /** Whether a person said so, or the engine. */
    boolean confirmed;

    /** The item that it speaks of though it was settled already, or {@code null}. */
    @Nullable
    Item linked;

    /** What it taught, to be forgotten with it. */
    List<Facts.Taught> taught = List.of();

    Past(Line line, String textKey) {
        this.id = line.id();
        this.day = (int) line.day().toEpochDay();
        this.amount = line.amount();
        this.account = Facts.accountKey(line.counterpart());
        this.name = line.name();
        this.textKey = textKey;
        this.endToEndId = Fillers.orEmpty(line.endToEndId());
        this.mandate = line.mandate();
    }
}
