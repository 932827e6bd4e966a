package org.bankfeed.simulator.internal.bank;

import org.jspecify.annotations.Nullable;

/**
 * Something happened of which Ponto tells by webhook.
 *
 * @param type without {@code pontoConnect.} in front
 * @param organization whom it concerns
 * @param count of lines, where the type has one
 * @param subtype of the synchronization, where the type tells it
 * @param paymentRequest that a customer answered, where it is about one
 */
public record Event(
        String type,
        String organization,
        @Nullable String account,
        @Nullable String synchronization,
        @Nullable Integer count,
        @Nullable String subtype,
        @Nullable String paymentRequest) {

    public static Event ofOrganization(String type, String organization) {
        return new Event(type, organization, null, null, null, null, null);
    }

    public static Event ofAccount(String type, String organization, String account) {
        return new Event(type, organization, account, null, null, null, null);
    }

    /** A customer answered a request to pay. */
    public static Event ofPaymentRequest(String organization, String account, String paymentRequest) {
        return new Event("paymentRequest.closed", organization, account, null, null, null, paymentRequest);
    }

    static Event of(String type, String organization, Synchronization synchronization) {
        String subtype =
                type.startsWith("synchronization.") ? synchronization.subtype().word() : null;
        return new Event(type, organization, synchronization.accountId(), synchronization.id(), null, subtype, null);
    }

    static Event of(String type, String organization, Synchronization synchronization, int count) {
        return new Event(type, organization, synchronization.accountId(), synchronization.id(), count, null, null);
    }
}
