package org.bankfeed.screens.internal.view;

import java.time.Instant;
import java.util.List;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * A doubtful line beside the lines that it may be.
 *
 * @param id of the line
 * @param account the label of its account
 * @param arrivedAt when it came
 * @param candidates what it may be, the likeliest first; at least one
 * @param fields what the bank says, line by line
 */
public record DoubtCard(
        String id, @Nullable String account, Instant arrivedAt, List<Candidate> candidates, List<Field> fields) {

    public DoubtCard {
        candidates = List.copyOf(candidates);
        fields = List.copyOf(fields);
    }

    /**
     * A line that was known.
     *
     * @param row with how it stands
     */
    public record Candidate(String id, LineRow row) {}

    /**
     * One thing that the bank says of a line.
     *
     * @param label what it is
     * @param came what the doubtful line says, compared with the likeliest candidate
     * @param known what each candidate says, compared with the doubtful line
     */
    public record Field(Message label, List<LineText.Part> came, List<List<LineText.Part>> known) {

        public Field {
            came = List.copyOf(came);
            known = List.copyOf(known);
        }

        /** Whether they do not all say the same. */
        public boolean differs() {
            return came.stream().anyMatch(LineText.Part::marked)
                    || known.stream().flatMap(List::stream).anyMatch(LineText.Part::marked)
                    || known.stream().anyMatch(said -> said.isEmpty() != came.isEmpty());
        }
    }
}
