package org.bankfeed.matching.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.core.Verdict;

/**
 * The reasons and proposals of a decision, as one JSON text in one column: they are read and written whole and never
 * searched.
 */
record Words(List<Evidence> evidence, List<Verdict.Explained> proposals) {

    static final Words NONE = new Words(List.of(), List.of());

    private static final int MOST_PROPOSALS = 5;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(Words.class);
    private static final ObjectReader READER = JSON.readerFor(Words.class);

    Words {
        evidence = List.copyOf(evidence);
        proposals = List.copyOf(proposals.subList(0, Math.min(MOST_PROPOSALS, proposals.size())));
    }

    /** Of a verdict: a suggestion's own shares are its first proposal. */
    static Words of(Verdict verdict) {
        List<Verdict.Explained> proposals = new ArrayList<>();
        if (verdict.kind() == Verdict.Kind.SUGGEST) {
            proposals.add(new Verdict.Explained(verdict.shares(), verdict.confidence(), verdict.evidence()));
        }
        proposals.addAll(verdict.alternatives());
        return new Words(verdict.evidence(), proposals);
    }

    String written() {
        try {
            return WRITER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the reasons of a decision cannot be written", e);
        }
    }

    static Words read(String written) {
        try {
            return READER.readValue(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the reasons of a decision cannot be read", e);
        }
    }
}
