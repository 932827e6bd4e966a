package org.bankfeed.simulator.internal.api;

import java.util.List;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Handler;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/** Payments are not simulated: the organization has not activated them, and each of their resources says so. */
final class PaymentResources {

    private final Access access;

    PaymentResources(Access access) {
        this.access = access;
    }

    void register(Routes routes) {
        Handler refuse = this::refuse;
        for (String kind : List.of("payments", "bulk-payments", "payment-requests")) {
            String list = "/accounts/{accountId}/" + kind;
            routes.get(list, refuse).post(list, refuse);
            routes.get(list + "/{id}", refuse).delete(list + "/{id}", refuse);
        }
        routes.post("/payment-activation-requests", refuse).post("/payment-request-activation-requests", refuse);
    }

    private Answer refuse(Request request) {
        access.organization(request, Access.PAYMENTS);
        throw ApiError.forbidden("Payments are not activated for this organization.");
    }
}
