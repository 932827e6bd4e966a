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
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.FeedTransaction.RemittanceType;
import org.bankfeed.ponto.internal.wire.Amounts;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.LineFault;
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
            return new FeedLine.Unreadable(idOf(raw), raw, String.valueOf(e.getMessage()));
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
                throw new LineFault("the line is null");
            }
            return line;
        } catch (JsonMappingException e) {
            throw new LineFault(field(e) + " has a form that is not known");
        } catch (JsonProcessingException e) {
            throw new LineFault("the line is not valid JSON");
        }
    }

    private static String field(JsonMappingException e) {
        if (e.getPath().isEmpty()) {
            return "the line";
        }
        String name = e.getPath().get(e.getPath().size() - 1).getFieldName();
        return name == null ? "the line" : name;
    }

    private static FeedTransaction transaction(PontoTransaction line, ZoneId zone) throws LineFault {
        String id = Json.given(line.id());
        if (id == null) {
            throw new LineFault("id is missing");
        }
        PontoTransaction.Attributes told = line.attributes();
        if (told == null) {
            throw new LineFault("attributes are missing");
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
        throw new LineFault("executionDate and valueDate are both missing");
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
