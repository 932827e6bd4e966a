package org.bankfeed.matching.internal.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/**
 * A reason as it is stored: its name and what it speaks of, so that it can be said in any language.
 *
 * @param sentence of one that was stored before reasons had names: it stays what it says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptEvidence(
        Evidence.Speaks speaks,
        @Nullable ReasonCode code,
        @Nullable List<Argument> arguments,
        @Nullable String sentence,
        @Nullable String field,
        @Nullable String excerpt,
        @Nullable Span at) {

    /** The names under which arguments are stored. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @Type(value = Argument.Document.class, name = "document"),
        @Type(value = Argument.Documents.class, name = "documents"),
        @Type(value = Argument.Name.class, name = "party"),
        @Type(value = Argument.Amount.class, name = "amount"),
        @Type(value = Argument.Day.class, name = "day"),
        @Type(value = Argument.Count.class, name = "count"),
        @Type(value = Argument.Text.class, name = "text")
    })
    interface NamedArgument {}

    static KeptEvidence of(Evidence one) {
        return new KeptEvidence(one.speaks(), one.code(), one.arguments(), null, one.field(), one.excerpt(), one.at());
    }

    Evidence evidence() {
        if (code == null || arguments == null) {
            List<Argument> words = List.of(new Argument.Text(sentence == null ? "" : sentence));
            return new Evidence(speaks, ReasonCode.IN_WORDS, words, field, excerpt, at);
        }
        return new Evidence(speaks, code, arguments, field, excerpt, at);
    }
}
