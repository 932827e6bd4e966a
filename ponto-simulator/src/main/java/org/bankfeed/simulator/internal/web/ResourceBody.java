package org.bankfeed.simulator.internal.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** The attributes of a JSON:API resource that a client sent. The type is not looked at: its spelling varies. */
public record ResourceBody(ObjectNode attributes) {

    static ResourceBody parse(byte[] body) throws IOException {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw ApiError.of(400, "invalidRequestBody", "The body is not JSON.");
        }
        if (json != null && json.path("data").path("attributes") instanceof ObjectNode attributes) {
            return new ResourceBody(attributes);
        }
        throw ApiError.of(400, "invalidRequestBody", "The body has no object at /data/attributes.");
    }

    public Optional<String> text(String attribute) {
        JsonNode value = attributes.path(attribute);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ApiError.attribute(attribute, attribute + " must be a string.");
        }
        return Optional.of(value.textValue()).filter(text -> !text.isBlank());
    }

    public String required(String attribute) {
        return text(attribute).orElseThrow(() -> ApiError.attribute(attribute, attribute + " is required."));
    }

    /** A number, or a number written as text. */
    public Optional<BigDecimal> decimal(String attribute) {
        JsonNode value = attributes.path(attribute);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText()));
        } catch (NumberFormatException e) {
            throw ApiError.attribute(attribute, attribute + " must be a number.");
        }
    }
}
