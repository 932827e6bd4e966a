package org.bankfeed.simulator.internal.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal in the envelope of Ponto's resource endpoints. */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;
    private final transient Map<String, String> meta;
    private final @Nullable String pointer;

    private ApiError(int status, String code, String detail, Map<String, String> meta, @Nullable String pointer) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.meta = meta;
        this.pointer = pointer;
    }

    public static ApiError of(int status, String code, String detail) {
        return new ApiError(status, code, detail, Map.of(), null);
    }

    public static ApiError notFound(String resource) {
        return new ApiError(
                404, "resourceNotFound", "The requested resource was not found.", Map.of("resource", resource), null);
    }

    public static ApiError invalidAccessToken() {
        return of(401, "invalidAccessToken", "Your access token is invalid.");
    }

    public static ApiError forbidden(String detail) {
        return of(403, "forbidden", detail);
    }

    /** A field of the request's body is missing or wrong. */
    public static ApiError attribute(String attribute, String detail) {
        return new ApiError(
                400, "validationError", detail, Map.of("attribute", attribute), "/data/attributes/" + attribute);
    }

    /** A query parameter is wrong. */
    public static ApiError parameter(String parameter, String detail) {
        return new ApiError(400, "invalidQueryParameter", detail, Map.of("parameter", parameter), null);
    }

    /** The error in its envelope. */
    public Answer answer(String requestId) {
        ObjectNode error = Json.object().put("code", code).put("detail", detail);
        if (pointer != null) {
            error.putObject("source").put("pointer", pointer);
        }
        ObjectNode more = error.putObject("meta").put("requestId", requestId);
        meta.forEach(more::put);
        ObjectNode document = Json.object();
        document.putArray("errors").add(error);
        return Answer.document(status, document);
    }
}
