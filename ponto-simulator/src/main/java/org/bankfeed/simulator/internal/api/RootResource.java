package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/** The tree of addresses that libraries load at their start. */
final class RootResource {

    private final Links links;

    RootResource(Links links) {
        this.links = links;
    }

    void register(Routes routes) {
        routes.get("/", this::root);
    }

    private Answer root(Request request) {
        String base = links.base(request);
        String account = base + "/accounts/{accountId}";
        String organization = base + "/organizations/{organizationId}";
        String synchronization = base + "/synchronizations/{synchronizationId}";
        ObjectNode document = Json.object();
        ObjectNode tree = document.putObject("links");
        tree.put("userinfo", base + "/userinfo");
        tree.put("accounts", account);
        tree.putObject("account")
                .put("transactions", account + "/transactions/{transactionId}")
                .put("pendingTransactions", account + "/pending-transactions/{pendingTransactionId}")
                .put("payments", account + "/payments/{paymentId}")
                .put("bulkPayments", account + "/bulk-payments/{bulkPaymentId}")
                .put("paymentRequests", account + "/payment-requests/{paymentRequestId}")
                .put("reauthorizationRequests", account + "/reauthorization-requests");
        tree.put("financialInstitutions", base + "/financial-institutions/{financialInstitutionId}");
        tree.put("integrationAccounts", base + "/integration-accounts");
        tree.putObject("oauth2").put("token", base + "/oauth2/token").put("revoke", base + "/oauth2/revoke");
        tree.put("onboardingDetails", base + "/onboarding-details");
        tree.putObject("organizations")
                .put("usage", organization + "/usage/{month}")
                .put("integration", organization + "/integration");
        tree.put("paymentActivationRequests", base + "/payment-activation-requests");
        tree.put("paymentRequestActivationRequests", base + "/payment-request-activation-requests");
        String bankAccount = base
                + "/sandbox/financial-institutions/{financialInstitutionId}/financial-institution-accounts/{financialInstitutionAccountId}";
        ObjectNode bank = tree.putObject("sandbox").putObject("financialInstitution");
        bank.put("financialInstitutionAccounts", bankAccount);
        bank.putObject("financialInstitutionAccount")
                .put(
                        "financialInstitutionTransactions",
                        bankAccount + "/financial-institution-transactions/{financialInstitutionTransactionId}");
        tree.putObject("synchronization")
                .put("updatedTransactions", synchronization + "/updated-transactions")
                .put("updatedPendingTransactions", synchronization + "/updated-pending-transactions");
        tree.put("synchronizations", synchronization);
        return Answer.document(200, document);
    }
}
