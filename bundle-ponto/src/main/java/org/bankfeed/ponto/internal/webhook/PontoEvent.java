package org.bankfeed.ponto.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEvent.Kind;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.Moments;
import org.jspecify.annotations.Nullable;

/** Reads what a proven webhook says. */
final class PontoEvent {

    private static final String PREFIX = "pontoConnect.";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("synchronization.succeededWithoutChange", Kind.SYNCHRONIZED_WITHOUT_CHANGE),
            Map.entry("synchronization.failed", Kind.SYNCHRONIZATION_FAILED),
            Map.entry("account.detailsUpdated", Kind.ACCOUNT_DETAILS_UPDATED),
            Map.entry("account.transactionsCreated", Kind.TRANSACTIONS_CREATED),
            Map.entry("account.transactionsUpdated", Kind.TRANSACTIONS_UPDATED),
            Map.entry("account.pendingTransactionsCreated", Kind.PENDING_TRANSACTIONS_CREATED),
            Map.entry("account.pendingTransactionsUpdated", Kind.PENDING_TRANSACTIONS_UPDATED),
            Map.entry("account.reauthorized", Kind.ACCOUNT_REAUTHORIZED),
            Map.entry("integration.created", Kind.LINK_CREATED),
            Map.entry("integration.revoked", Kind.LINK_REVOKED),
            Map.entry("integration.accountAdded", Kind.ACCOUNT_SHARED),
            Map.entry("integration.accountRevoked", Kind.ACCOUNT_UNSHARED),
            Map.entry("organization.blocked", Kind.ORGANIZATION_BLOCKED),
            Map.entry("organization.unblocked", Kind.ORGANIZATION_UNBLOCKED),
            Map.entry("paymentRequest.closed", Kind.PAYMENT_REQUEST_CLOSED));

    private PontoEvent() {}

    static FeedEvent read(byte[] body, String delivery, Instant deliveryEnds) throws FeedEventRefusedException {
        JsonNode data = data(body);
        String id = Json.text(data.path("id"));
        String type = Json.text(data.path("type"));
        if (id == null || type == null) {
            throw Webhooks.refused(FaultCode.WEBHOOK_NO_EVENT);
        }
        JsonNode attributes = data.path("attributes");
        String account = related(data, "account");
        return new FeedEvent(
                id,
                delivery,
                deliveryEnds,
                kind(type),
                type,
                related(data, "organization"),
                account == null ? null : new FeedAccountId(account),
                related(data, "synchronization"),
                count(attributes.path("count")),
                Moments.read(Json.text(attributes.path("createdAt"))));
    }

    private static JsonNode data(byte[] body) throws FeedEventRefusedException {
        try {
            JsonNode root = Json.MAPPER.readTree(body);
            return root == null ? Json.MAPPER.missingNode() : root.path("data");
        } catch (IOException e) {
            throw Webhooks.refused(FaultCode.WEBHOOK_BODY_NOT_JSON);
        }
    }

    private static Kind kind(String type) {
        Kind kind = type.startsWith(PREFIX) ? KINDS.get(type.substring(PREFIX.length())) : null;
        return kind == null ? Kind.UNKNOWN : kind;
    }

    private static @Nullable String related(JsonNode data, String name) {
        return Json.text(data.path("relationships").path(name).path("data").path("id"));
    }

    private static @Nullable Integer count(JsonNode count) {
        return count.canConvertToInt() && count.isIntegralNumber() && count.intValue() >= 0 ? count.intValue() : null;
    }
}
