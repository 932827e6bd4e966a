package org.bankfeed.ponto.internal.statement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.FeedTransaction.RemittanceType;
import org.bankfeed.ponto.internal.wire.Amounts;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.LineFault;
import org.bankfeed.words.Argument.Name;
import org.jspecify.annotations.Nullable;

/** Reads one line. A line that cannot be read is kept as it came; it never stands in the way of others. */
public final class Lines {

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private Lines() {}

    /** @param raw the literal JSON of one transaction */
    public static FeedLine read(String raw, ZoneId zone) {
        try {
            return new FeedLine.Readable(transaction(shape(raw), zone), raw);
        } catch (LineFault e) {
            return new FeedLine.Unreadable(idOf(raw), raw, e.sentence());
        }
    }

    /** The provider's id of a line, if it has one; reads no further than to it. */
    public static @Nullable String providersId(String raw) {
        try (JsonParser line = Json.MAPPER.createParser(raw)) {
            if (line.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (line.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = line.currentName().equals("id");
                JsonToken value = line.nextToken();
                if (isId) {
                    return value.isScalarValue() && value != JsonToken.VALUE_NULL ? Json.given(line.getText()) : null;
                }
                line.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static PontoTransaction shape(String raw) throws LineFault {
        try {
            PontoTransaction line = Json.MAPPER.readValue(raw, PontoTransaction.class);
            if (line == null) {
                throw new LineFault(FaultCode.LINE_EMPTY);
            }
            return line;
        } catch (JsonMappingException e) {
            throw form(e);
        } catch (JsonProcessingException e) {
            throw new LineFault(FaultCode.LINE_NOT_JSON);
        }
    }

    private static LineFault form(JsonMappingException e) {
        List<JsonMappingException.Reference> path = e.getPath();
        String field = path.isEmpty() ? null : path.get(path.size() - 1).getFieldName();
        return field == null
                ? new LineFault(FaultCode.FORM_UNKNOWN)
                : new LineFault(FaultCode.FIELD_FORM_UNKNOWN, new Name(field));
    }

    private static FeedTransaction transaction(PontoTransaction line, ZoneId zone) throws LineFault {
        String id = Json.given(line.id());
        if (id == null) {
            throw LineFault.missing("id");
        }
        PontoTransaction.Attributes told = line.attributes();
        if (told == null) {
            throw LineFault.missing("attributes");
        }
        LocalDate execution = BankDay.of("executionDate", told.executionDate(), zone);
        LocalDate value = BankDay.of("valueDate", told.valueDate(), zone);
        return new FeedTransaction(
                id,
                Amounts.money(told.amount(), told.currency()),
                either(execution, value),
                either(value, execution),
                Json.given(told.counterpartName()),
                Json.given(told.counterpartReference()),
                Json.given(told.remittanceInformation()),
                type(told.remittanceInformationType()),
                Json.given(told.description()),
                Json.given(told.bankTransactionCode()),
                Json.given(told.proprietaryBankTransactionCode()),
                endToEnd(told.endToEndId()),
                Json.given(told.mandateId()),
                Json.given(told.creditorId()),
                Json.given(told.purposeCode()),
                Json.given(told.additionalInformation()));
    }

    private static LocalDate either(@Nullable LocalDate first, @Nullable LocalDate other) throws LineFault {
        if (first != null) {
            return first;
        }
        if (other != null) {
            return other;
        }
        throw new LineFault(FaultCode.BOTH_MISSING, new Name("executionDate"), new Name("valueDate"));
    }

    private static @Nullable String endToEnd(@Nullable String id) {
        return id == null || id.strip().equalsIgnoreCase(NOT_PROVIDED) ? null : Json.given(id);
    }

    private static RemittanceType type(@Nullable String word) {
        if ("structured".equalsIgnoreCase(word)) {
            return RemittanceType.STRUCTURED;
        }
        return "unstructured".equalsIgnoreCase(word) ? RemittanceType.UNSTRUCTURED : RemittanceType.UNKNOWN;
    }

    private static String idOf(String raw) {
        String id = providersId(raw);
        return id != null ? id : "raw-" + digest(raw);
    }

    private static String digest(String raw) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
