package org.bankfeed.matching.internal.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.words.Argument;

/**
 * The reasons and proposals of a decision, as one JSON text in one column: they are read and written whole and never
 * searched.
 */
public record Words(List<Evidence> evidence, List<Verdict.Explained> proposals) {

    static final Words NONE = new Words(List.of(), List.of());

    private static final int MOST_PROPOSALS = 5;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addMixIn(Argument.class, KeptEvidence.NamedArgument.class)
            .addModule(days())
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(Kept.class);
    private static final ObjectReader READER = JSON.readerFor(Kept.class);

    /** As it is stored. */
    private record Kept(List<KeptEvidence> evidence, List<KeptProposal> proposals) {}

    private record KeptProposal(List<Share> shares, double confidence, List<KeptEvidence> evidence) {

        static KeptProposal of(Verdict.Explained one) {
            return new KeptProposal(one.shares(), one.confidence(), kept(one.evidence()));
        }

        Verdict.Explained explained() {
            return new Verdict.Explained(shares, confidence, Words.evidence(evidence));
        }
    }

    public Words {
        evidence = List.copyOf(evidence);
        proposals = List.copyOf(proposals.subList(0, Math.min(MOST_PROPOSALS, proposals.size())));
    }

    /** Of a verdict: a suggestion's own shares are its first proposal. */
    public static Words of(Verdict verdict) {
        List<Verdict.Explained> proposals = new ArrayList<>();
        if (verdict.kind() == Verdict.Kind.SUGGEST) {
            proposals.add(new Verdict.Explained(verdict.shares(), verdict.confidence(), verdict.evidence()));
        }
        proposals.addAll(verdict.alternatives());
        return new Words(verdict.evidence(), proposals);
    }

    /** All documents that were proposed. */
    public Set<String> proposed() {
        return proposals.stream()
                .flatMap(one -> one.shares().stream())
                .map(Share::document)
                .collect(Collectors.toSet());
    }

    /** After a person said what is paid: the reasons of the proposal that he took, none for a choice of his own. */
    public Words decided(List<Share> shares) {
        return new Words(
                proposals.stream()
                        .filter(one -> Set.copyOf(one.shares()).equals(Set.copyOf(shares)))
                        .findFirst()
                        .map(Verdict.Explained::evidence)
                        .orElse(List.of()),
                proposals);
    }

    String written() {
        try {
            return WRITER.writeValueAsString(new Kept(
                    kept(evidence), proposals.stream().map(KeptProposal::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the reasons of a decision cannot be written", e);
        }
    }

    static Words read(String written) {
        try {
            Kept kept = READER.readValue(written);
            return new Words(
                    evidence(kept.evidence),
                    kept.proposals.stream().map(KeptProposal::explained).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the reasons of a decision cannot be read", e);
        }
    }

    private static List<KeptEvidence> kept(List<Evidence> evidence) {
        return evidence.stream().map(KeptEvidence::of).toList();
    }

    private static List<Evidence> evidence(List<KeptEvidence> kept) {
        return kept.stream().map(KeptEvidence::evidence).toList();
    }

    private static SimpleModule days() {
        return new SimpleModule()
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addDeserializer(LocalDate.class, new FromStringDeserializer<>(LocalDate.class) {
                    @Override
                    protected LocalDate _deserialize(String day, DeserializationContext context) {
                        return LocalDate.parse(day);
                    }
                });
    }
}
