package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.bank.Institution;
import org.bankfeed.simulator.internal.bank.Maintenance;
import org.bankfeed.simulator.internal.bank.Synchronization;
import org.bankfeed.simulator.internal.web.Json;
import org.jspecify.annotations.Nullable;

/** The resources as JSON:API objects. {@code base} is the API's base as the client calls it. */
final class Documents {

    private Documents() {}

    static ObjectNode data(ObjectNode resource) {
        ObjectNode document = Json.object();
        document.set("data", resource);
        return document;
    }

    static ObjectNode resource(String type, String id) {
        return Json.object().put("type", type).put("id", id);
    }

    /** A number without trailing zeros: 84.4 and 59, as banks write them. */
    static BigDecimal number(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static ObjectNode account(AccountView account, String base) {
        ObjectNode resource = resource("account", account.id());
        ObjectNode attributes = resource.putObject("attributes");
        bankAttributes(attributes, account);
        attributes.put("internalReference", account.bankId());
        attributes.put("currentBalanceVariationObservedAt", text(account, account.balanceChangedAt()));
        attributes.put("availableBalanceVariationObservedAt", text(account, account.balanceChangedAt()));
        attributes.put("deprecated", account.deprecated());
        attributes.put("authorizedAt", text(account, account.authorizedAt()));
        attributes.put("authorizationExpirationExpectedAt", text(account, account.expiresAt()));
        ObjectNode meta = resource.putObject("meta");
        meta.put("availability", account.isReadOnly() ? "readonly" : "available");
        synchronizedMeta(meta, account, account.detailsAt(), account.lastDetails());
        ObjectNode relationships = resource.putObject("relationships");
        relate(
                relationships,
                "financialInstitution",
                "financialInstitution",
                account.institution().id(),
                base + "/financial-institutions/" + account.institution().id());
        ObjectNode links = relationships.putObject("transactions").putObject("links");
        links.put("related", base + "/accounts/" + account.id() + "/transactions");
        links.putObject("meta").put("type", "transaction");
        return resource;
    }

    /** The account as its bank shows it in the sandbox. */
    static ObjectNode bankAccount(AccountView account, String base) {
        ObjectNode resource = resource("financialInstitutionAccount", account.bankId());
        bankAttributes(resource.putObject("attributes"), account);
        relate(
                resource.putObject("relationships"),
                "financialInstitution",
                "financialInstitution",
                account.institution().id(),
                base + "/financial-institutions/" + account.institution().id());
        return resource;
    }

    private static void bankAttributes(ObjectNode attributes, AccountView account) {
        attributes.put("subtype", account.subtype());
        attributes.put("reference", account.reference());
        attributes.put("referenceType", account.referenceType().name());
        attributes.put("description", account.description());
        attributes.put("product", product(account.subtype()));
        attributes.put("holderName", account.holder());
        attributes.put("currency", account.currency());
        balance(attributes, "current", account, account.currentBalance());
        balance(attributes, "available", account, account.availableBalance());
    }

    private static void balance(ObjectNode attributes, String kind, AccountView account, BigDecimal amount) {
        attributes.put(kind + "Balance", number(amount));
        attributes.put(kind + "BalanceChangedAt", text(account, account.balanceChangedAt()));
        Instant asked = account.detailsAt();
        Institution institution = account.institution();
        attributes.put(
                kind + "BalanceReferenceDate",
                asked == null
                        ? null
                        : institution.text(asked.atZone(institution.zone()).toLocalDate()));
    }

    private static @Nullable String product(String subtype) {
        return switch (subtype) {
            case "checking" -> "Business account";
            case "savings" -> "Savings account";
            case "card" -> "Business card";
            default -> null;
        };
    }

    private static @Nullable String text(AccountView account, @Nullable Instant moment) {
        return moment == null ? null : account.institution().text(moment);
    }

    /** {@code synchronizedAt} and {@code latestSynchronization}. */
    static void synchronizedMeta(
            ObjectNode meta, AccountView account, @Nullable Instant at, @Nullable Synchronization latest) {
        meta.put("synchronizedAt", text(account, at));
        if (latest != null) {
            ObjectNode resource = resource("synchronization", latest.id());
            resource.set("attributes", synchronizationAttributes(latest, account.institution()));
            meta.set("latestSynchronization", resource);
        }
    }

    static ObjectNode transaction(String type, BankLine line, AccountView account, String base) {
        ObjectNode resource = resource(type, line.id());
        ObjectNode attributes = resource.putObject("attributes");
        lineAttributes(attributes, line, account.institution());
        attributes.put("digest", line.digest(account.id()));
        moments(attributes, line, account.institution());
        relate(
                resource.putObject("relationships"),
                "account",
                "account",
                account.id(),
                base + "/accounts/" + account.id());
        return resource;
    }

    /** The line as its bank shows it in the sandbox. */
    static ObjectNode bankTransaction(BankLine line, AccountView account) {
        ObjectNode resource = resource("financialInstitutionTransaction", line.id());
        ObjectNode attributes = resource.putObject("attributes");
        lineAttributes(attributes, line, account.institution());
        moments(attributes, line, account.institution());
        ObjectNode owner = resource.putObject("relationships").putObject("financialInstitutionAccount");
        owner.set("data", resource("financialInstitutionAccount", account.bankId()));
        return resource;
    }

    private static void lineAttributes(ObjectNode attributes, BankLine line, Institution institution) {
        attributes.put("amount", number(line.amount()));
        attributes.put("currency", line.currency());
        attributes.put("executionDate", institution.text(line.executionDate()));
        attributes.put("valueDate", institution.text(line.valueDate()));
        BankLine.TEXTS.forEach(name -> attributes.put(name, line.texts().get(name)));
        BigDecimal fee = line.fee();
        attributes.put("fee", fee == null ? null : number(fee));
    }

    private static void moments(ObjectNode attributes, BankLine line, Institution institution) {
        attributes.put("createdAt", institution.text(line.createdAt()));
        attributes.put("updatedAt", institution.text(line.updatedAt()));
    }

    static ObjectNode synchronization(Synchronization synchronization, AccountView account, String base) {
        ObjectNode resource = resource("synchronization", synchronization.id());
        resource.set("attributes", synchronizationAttributes(synchronization, account.institution()));
        ObjectNode relationships = resource.putObject("relationships");
        String self = base + "/synchronizations/" + synchronization.id();
        updated(relationships, "updatedTransactions", self + "/updated-transactions", "transaction");
        updated(
                relationships,
                "updatedPendingTransactions",
                self + "/updated-pending-transactions",
                "pendingTransaction");
        return resource;
    }

    private static void updated(ObjectNode relationships, String name, String related, String type) {
        ObjectNode links = relationships.putObject(name).putObject("links");
        links.put("related", related);
        links.putObject("meta").put("type", type);
    }

    private static ObjectNode synchronizationAttributes(Synchronization synchronization, Institution institution) {
        ObjectNode attributes = Json.object();
        attributes.put("resourceType", "account");
        attributes.put("resourceId", synchronization.accountId());
        attributes.put("subtype", synchronization.subtype().word());
        attributes.put("status", synchronization.status().name().toLowerCase(Locale.ROOT));
        var errors = attributes.putArray("errors");
        if (synchronization.status() == Synchronization.Status.ERROR) {
            errors.add(
                    synchronization.failure() == Synchronization.Failure.BANK
                            ? bankFails(synchronization)
                            : authorizationInvalid(synchronization));
        }
        attributes.put("createdAt", institution.text(synchronization.createdAt()));
        attributes.put("updatedAt", institution.text(synchronization.updatedAt()));
        return attributes;
    }

    private static ObjectNode authorizationInvalid(Synchronization synchronization) {
        ObjectNode error = Json.object();
        error.put("code", "authorizationInvalid");
        error.put("detail", "The authorization is invalid, you should ask the customer to reauthorize the account");
        ObjectNode response = error.putObject("meta").putObject("financialInstitutionResponse");
        response.put("statusCode", 401);
        response.putObject("body")
                .putArray("tppMessages")
                .addObject()
                .put("category", "ERROR")
                .put("code", "CONSENT_EXPIRED")
                .put("text", "The consent has expired.");
        response.put("requestId", synchronization.id());
        response.put("timestamp", synchronization.updatedAt().toString());
        response.put("requestUri", "https://bank.example/psd2/v1/accounts");
        return error;
    }

    private static ObjectNode bankFails(Synchronization synchronization) {
        ObjectNode error = Json.object();
        error.put("code", "financialInstitutionError");
        error.put("detail", "The financial institution answered with an error");
        ObjectNode response = error.putObject("meta").putObject("financialInstitutionResponse");
        response.put("statusCode", 500);
        response.put("body", "<html><body><h1>Internal Server Error</h1></body></html>");
        response.put("requestId", synchronization.id());
        response.put("timestamp", synchronization.updatedAt().toString());
        response.put("requestUri", "https://bank.example/psd2/v1/accounts");
        return error;
    }

    static ObjectNode institution(Institution institution, @Nullable Maintenance work) {
        ObjectNode resource = resource("financialInstitution", institution.id());
        ObjectNode attributes = resource.putObject("attributes");
        attributes.put("name", institution.name());
        attributes.put("bic", institution.bic());
        attributes.put("country", institution.country());
        attributes.put("timeZone", institution.zone().getId());
        attributes.put("status", "stable");
        attributes.put("deprecated", false);
        attributes.put("logoUrl", "https://bank.example/logos/" + institution.id() + ".svg");
        attributes.put("primaryColor", "#1f5fbf");
        attributes.put("secondaryColor", "#ffffff");
        attributes.putNull("sharedBrandName");
        attributes.putNull("sharedBrandReference");
        attributes.put("maintenanceFrom", work == null ? null : institution.text(work.from()));
        attributes.put("maintenanceTo", work == null ? null : institution.text(work.to()));
        attributes.put("maintenanceType", work == null ? null : work.kind().name());
        attributes.put("paymentsEnabled", false);
        attributes.put("bulkPaymentsEnabled", false);
        attributes.put("periodicPaymentsEnabled", false);
        attributes.put("futureDatedPaymentsAllowed", false);
        attributes.putArray("paymentsProductTypes");
        attributes.putArray("bulkPaymentsProductTypes");
        attributes.putArray("periodicPaymentsProductTypes");
        attributes.put("pendingTransactionsAvailable", institution.pendingTransactions());
        attributes.put("expectedAuthorizationLifetime", 180);
        attributes.put("bulkPaymentInstructionsLimit", 0);
        attributes.put("paymentDebtorAccountReferenceRequired", false);
        attributes.put("bulkPaymentDebtorAccountReferenceRequired", false);
        return resource;
    }

    static void relate(ObjectNode relationships, String name, String type, String id, @Nullable String related) {
        ObjectNode relationship = relationships.putObject(name);
        relationship.set("data", resource(type, id));
        if (related != null) {
            relationship.putObject("links").put("related", related);
        }
    }
}
