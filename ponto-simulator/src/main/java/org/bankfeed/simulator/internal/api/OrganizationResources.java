package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.Organization;
import org.bankfeed.simulator.internal.bank.Page;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.oauth.Integration;
import org.bankfeed.simulator.internal.oauth.Session;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.ResourceBody;
import org.bankfeed.simulator.internal.web.Routes;

/** The organization, and the vendor's view over those that use his application. */
final class OrganizationResources {

    private static final String ORGANIZATION = "organization";

    private final Bank bank;
    private final Grants grants;
    private final Access access;
    private final Links links;

    OrganizationResources(Bank bank, Grants grants, Access access, Links links) {
        this.bank = bank;
        this.grants = grants;
        this.access = access;
        this.links = links;
    }

    void register(Routes routes) {
        routes.get("/userinfo", this::userinfo);
    }

    /** What only Ponto Connect has. */
    void registerVendor(Routes routes) {
        routes.post("/onboarding-details", this::onboard)
                .get("/integration-accounts", this::integrationAccounts)
                .get("/organizations/{organizationId}/usage/{month}", this::usage)
                .delete("/organizations/{organizationId}/integration", this::endIntegration);
    }

    private Answer userinfo(Request request) {
        Session session = access.organization(request);
        Organization organization = bank.organization(session.organization()).orElse(bank.organization());
        ObjectNode info = Json.object().put("sub", organization.id());
        if (session.allows("name")) {
            info.put("name", organization.name());
            info.putNull("representativeOrganizationName");
        }
        info.putNull("representativeOrganizationId");
        info.put("paymentsActivated", false);
        info.put("paymentsActivationRequested", false);
        info.put("paymentRequestsActivated", false);
        info.put("paymentRequestsActivationRequested", false);
        info.put("onboardingComplete", bank.isOnboarded(organization.id()));
        return Answer.json(200, info);
    }

    private Answer onboard(Request request) throws IOException {
        access.client(request);
        ResourceBody body = request.resource();
        body.required("email");
        ObjectNode resource =
                Documents.resource("onboardingDetails", UUID.randomUUID().toString());
        resource.set("attributes", body.attributes());
        return Answer.document(201, Documents.data(resource));
    }

    private record Shared(AccountView account, Instant since) {
        String id() {
            return UUID.nameUUIDFromBytes(("integration account:" + account.id()).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    private Answer integrationAccounts(Request request) {
        access.client(request);
        List<Shared> accounts = grants.integrations().values().stream()
                .flatMap(integration -> integration.accounts().entrySet().stream())
                .flatMap(entry -> bank.account(entry.getKey()).map(view -> new Shared(view, entry.getValue())).stream())
                .toList();
        String base = links.base(request);
        return Answer.document(
                200,
                Paging.document(
                        request,
                        links,
                        wish -> Page.of(accounts, wish, Shared::id),
                        account -> integrationAccount(account, base)));
    }

    private ObjectNode integrationAccount(Shared shared, String base) {
        AccountView account = shared.account();
        ObjectNode resource = Documents.resource("integrationAccount", shared.id());
        resource.putObject("attributes")
                .put("createdAt", account.institution().text(shared.since()))
                .putNull("lastAccessedAt");
        ObjectNode relationships = resource.putObject("relationships");
        Documents.relate(relationships, "account", "account", account.id(), base + "/accounts/" + account.id());
        String institution = account.institution().id();
        Documents.relate(
                relationships,
                "financialInstitution",
                "financialInstitution",
                institution,
                base + "/financial-institutions/" + institution);
        Documents.relate(relationships, ORGANIZATION, ORGANIZATION, account.organization(), null);
        return resource;
    }

    private Answer usage(Request request) {
        access.client(request);
        Organization organization =
                bank.organization(request.variable("organizationId")).orElseThrow(() -> ApiError.notFound("Usage"));
        YearMonth month = month(request.variable("month"));
        ObjectNode resource = Documents.resource("usage", month.toString());
        resource.putObject("attributes")
                .put("accountCount", Documents.number(accountMonths(organization, month)))
                .put("paymentCount", 0)
                .put("paymentAccountCount", 0)
                .put("bulkPaymentCount", 0)
                .put("bulkPaymentBundleCount", 0);
        ObjectNode document = Documents.data(resource);
        Documents.relate(document.putObject("relationships"), ORGANIZATION, ORGANIZATION, organization.id(), null);
        return Answer.document(200, document);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw ApiError.parameter("month", "The month must be written as yyyy-MM.");
        }
    }

    /** Accounts counted by the part of the month in which they were shared, as Ponto bills them. */
    private BigDecimal accountMonths(Organization organization, YearMonth month) {
        LocalDate end = month.plusMonths(1).atDay(1);
        LocalDate today = bank.now().atZone(ZoneOffset.UTC).toLocalDate();
        if (today.isBefore(month.atDay(1))) {
            return BigDecimal.ZERO;
        }
        long days = grants.integration(organization.id()).map(Integration::accounts).orElse(Map.of()).values().stream()
                .map(since -> since.atZone(ZoneOffset.UTC).toLocalDate())
                .map(since -> since.isBefore(month.atDay(1)) ? month.atDay(1) : since)
                .mapToLong(from -> Math.max(0, ChronoUnit.DAYS.between(from, end)))
                .sum();
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(month.lengthOfMonth()), 1, RoundingMode.HALF_UP);
    }

    private Answer endIntegration(Request request) {
        access.client(request);
        String organization = request.variable("organizationId");
        Integration ended = grants.end(organization).orElseThrow(() -> ApiError.notFound("integration"));
        ObjectNode resource = Documents.resource("integration", ended.id());
        Documents.relate(resource.putObject("relationships"), ORGANIZATION, ORGANIZATION, organization, null);
        return Answer.document(200, Documents.data(resource));
    }
}
