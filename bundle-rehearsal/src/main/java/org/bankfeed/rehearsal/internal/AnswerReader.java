package org.bankfeed.rehearsal.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDecision.Verdict;
import org.jspecify.annotations.Nullable;

/** Reads what was decided of each line, without reasons and alternatives. */
final class AnswerReader {

    private static final JsonMapper JSON = new JsonMapper();

    private AnswerReader() {}

    /** By line, in the order of the answers. */
    static Map<String, HistoryDecision> read(byte[] lines) throws IOException {
        Map<String, HistoryDecision> decisions = new LinkedHashMap<>();
        try (MappingIterator<JsonNode> answers = JSON.readerFor(JsonNode.class).readValues(lines)) {
            while (answers.hasNext()) {
                JsonNode answer = answers.next();
                String id = answer.get("transactionId").textValue();
                decisions.put(
                        id,
                        new HistoryDecision(
                                id,
                                Verdict.valueOf(answer.get("decision").textValue()),
                                applications(answer.get("applications")),
                                answer.get("confidence").doubleValue(),
                                List.of(),
                                List.of()));
            }
        }
        return decisions;
    }

    private static List<HistoryApplication> applications(JsonNode all) {
        List<HistoryApplication> applications = new ArrayList<>();
        for (JsonNode one : all) {
            applications.add(new HistoryApplication(
                    one.get("invoiceId").textValue(),
                    new BigDecimal(one.get("amount").textValue()),
                    text(one, "writeOff") == null
                            ? null
                            : new BigDecimal(one.get("writeOff").textValue()),
                    text(one, "takesBack")));
        }
        return applications;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).textValue() : null;
    }
}
