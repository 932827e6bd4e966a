package org.bankfeed.rehearsal.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.rehearsal.internal.Comparison.Difference;
import org.bankfeed.rehearsal.internal.Comparison.Why;
import org.jspecify.annotations.Nullable;

/** The lines on which the chain and the backtest differ, told to people and programs. */
final class Differences {

    /** What the file of differences is called inside the history's folder. */
    static final String FILE = "differences.jsonl";

    private static final int MOST_NAMED = 10;
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Difference> lines;

    Differences(Map<String, Difference> lines) {
        this.lines = lines;
    }

    /** Writes one JSON object for each: the line, why they differ, and what the backtest says by itself. */
    void write(Path file) throws IOException {
        List<String> objects = new ArrayList<>();
        for (Map.Entry<String, Difference> line : lines.entrySet()) {
            objects.add(json(line.getKey(), line.getValue()));
        }
        Files.write(file, objects);
    }

    private static String json(String line, Difference difference) throws JsonProcessingException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("transactionId", line);
        object.put("why", difference.why().word);
        object.put("backtest", difference.backtest().decision().name());
        object.put(
                "applications",
                difference.backtest().applications().stream()
                        .map(one -> Map.of(
                                "invoiceId",
                                one.invoiceId(),
                                "amount",
                                one.amount().toPlainString()))
                        .toList());
        return JSON.writeValueAsString(object);
    }

    /** How many there are for each reason. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Why why : Why.values()) {
            counts.put(
                    why.word,
                    lines.values().stream().filter(one -> one.why() == why).count());
        }
        return counts;
    }

    /** One sentence that names what nothing explains, or null if all is explained. */
    @Nullable
    String fault() {
        List<String> unexplained = lines.entrySet().stream()
                .filter(line -> line.getValue().why() == Why.UNEXPLAINED)
                .map(Map.Entry::getKey)
                .toList();
        if (unexplained.isEmpty()) {
            return null;
        }
        int more = unexplained.size() - MOST_NAMED;
        return "The chain decided otherwise than the backtest, and nothing explains why: "
                + String.join(", ", unexplained.subList(0, Math.min(unexplained.size(), MOST_NAMED)))
                + (more > 0 ? " and " + more + " more" : "") + "; see " + FILE + ".";
    }
}
