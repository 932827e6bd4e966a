package org.bankfeed.journal.internal.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What a reading of a company finds, as it goes. */
public final class Findings {

    /** So long what failed for the first time is left alone: most disturbances pass, and the next reading orders them. */
    public static final Duration SOON = Duration.ofMinutes(2);

    /** So long what fails again and again is left alone. */
    public static final Duration REST = Duration.ofMinutes(30);

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<Sentence> problems = new ArrayList<>();
    private @Nullable Duration again;

    /** What is known of one account's part so far. */
    public static final class Part {
        public final Tally tally = new Tally();
        public boolean complete = true;

        @Nullable
        public Sentence problem;

        private SyncReceipt.AccountPart of(String account) {
            return new SyncReceipt.AccountPart(
                    new AccountId(account), tally.added, tally.changed, tally.unreadable, complete, problem);
        }
    }

    public Part part(String account) {
        return parts.computeIfAbsent(account, id -> new Part());
    }

    /** Whether an account was read to its end. */
    public boolean isComplete(String account) {
        Part part = parts.get(account);
        return part != null && part.complete;
    }

    public void problem(Sentence sentence) {
        problems.add(sentence);
    }

    /** Something failed that may go well another time; what may be tried first says when. */
    public void again(Duration rest) {
        if (again == null || rest.compareTo(again) < 0) {
            again = rest;
        }
    }

    /** How long to wait before what failed is tried again; empty if nothing is. */
    public Optional<Duration> again() {
        return Optional.ofNullable(again);
    }

    public SyncReceipt receipt() {
        return new SyncReceipt(
                parts.entrySet().stream()
                        .map(part -> part.getValue().of(part.getKey()))
                        .toList(),
                problems);
    }
}
