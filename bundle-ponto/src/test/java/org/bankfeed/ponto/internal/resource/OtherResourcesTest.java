package org.bankfeed.ponto.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.FeedInstitution.Maintenance;
import org.bankfeed.feed.FeedOrganization;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.feed.OnboardingDetails.Kind;
import org.bankfeed.feed.OnboardingDetails.Wishes;
import org.bankfeed.feed.Organization;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.store.FakeSecrets;
import org.bankfeed.store.Secret;
import org.junit.jupiter.api.Test;

/** Banks, organizations, accounts taken out, and what the application does by its own credentials. */
class OtherResourcesTest extends WithServer {

    private static final String ORGANIZATION = "3f1d6c52-0a7e-4b0c-9d3e-5c1f9a2b7e10";
    private static final Organization DE_KORENAAR = new Organization(ORGANIZATION, null);
    private static final String INTEGRATION = "DELETE /organizations/" + ORGANIZATION + "/integration";

    @Test
    void eachAccountsBankTellsOfItsMaintenanceAndOfConsents() throws Exception {
        server.tell("GET /accounts", PontoServer.json(200, """
                {"data": [%s, %s, %s, {"id": "a4", "attributes": {}}], "links": {}}""".formatted(
                        account("a1", "f1"), account("a2", "f1"), account("a3", "gone"))));
        server.tell("GET /financial-institutions/f1", PontoServer.json(200, """
                {"data": {"type": "financialInstitution", "id": "f1", "attributes": {
                  "name": "Bank of Lisbon", "timeZone": "Europe/Lisbon", "deprecated": true, "status": "beta",
                  "maintenanceFrom": "2026-03-02T22:00:00Z", "maintenanceTo": "2026-03-03T04:00:00.000Z",
                  "maintenanceType": "financialInstitution", "expectedAuthorizationLifetime": 180,
                  "pendingTransactionsAvailable": true, "bulkPaymentInstructionsLimit": 10}}}"""));
        Map<FeedAccountId, FeedInstitution> banks = feed.institutions(secrets);
        assertThat(banks).containsOnlyKeys(new FeedAccountId("a1"), new FeedAccountId("a2"));
        FeedInstitution bank = Objects.requireNonNull(banks.get(new FeedAccountId("a2")));
        assertThat(bank)
                .isEqualTo(new FeedInstitution(
                        "f1",
                        "Bank of Lisbon",
                        ZoneId.of("Europe/Lisbon"),
                        true,
                        true,
                        180,
                        Maintenance.BANK,
                        Instant.parse("2026-03-02T22:00:00Z"),
                        Instant.parse("2026-03-03T04:00:00Z")));
        assertThat(bank.isUnderMaintenance(Instant.parse("2026-03-03T03:59:59Z")))
                .isTrue();
        assertThat(bank.isUnderMaintenance(Instant.parse("2026-03-03T04:00:00Z")))
                .isFalse();
        assertThat(server.count("GET /financial-institutions/f1")).isEqualTo(1);
    }

    @Test
    void aBankThatTellsLittleIsStillABank() throws Exception {
        server.tell(
                "GET /accounts",
                PontoServer.json(200, "{\"data\": [%s], \"links\": {}}".formatted(account("a1", "f1"))));
        server.tell("GET /financial-institutions/f1", PontoServer.json(200, """
                {"data": {"id": "f1", "attributes": {"maintenanceType": "wizardry", "maintenanceFrom": "soon",
                  "expectedAuthorizationLifetime": null}}}"""));
        FeedInstitution bank = Objects.requireNonNull(feed.institutions(secrets).get(new FeedAccountId("a1")));
        assertThat(bank.maintenance()).isEqualTo(Maintenance.OTHER);
        assertThat(bank.from()).isNull();
        assertThat(bank.authorizationDays()).isNull();
        assertThat(bank.pendingAvailable()).isNull();
        assertThat(bank.zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
    }

    @Test
    void anOrganizationThatIsNotCompleteIsSaidSo() throws Exception {
        server.tell("GET /userinfo", PontoServer.json(200, """
                {"sub": "o-1", "name": "De Korenaar", "onboardingComplete": false,
                 "representativeOrganizationId": "o-2", "representativeOrganizationName": "Boekhouder"}"""));
        assertThat(feed.organization(secrets))
                .contains(new FeedOrganization(
                        new Organization("o-1", "De Korenaar"), false, new Organization("o-2", "Boekhouder")));
        assertThat(feed.organization(secrets).orElseThrow().onboardingComplete())
                .isTrue();
        server.tell("GET /userinfo", PontoServer.problem(404, "resourceNotFound"));
        assertThat(feed.organization(secrets)).isEmpty();
    }

    @Test
    void anAccountIsTakenOutOfTheLinkOnce() throws Exception {
        server.tell(
                "DELETE /accounts/a1",
                PontoServer.json(200, "{\"data\":{\"type\":\"account\",\"id\":\"a1\"}}"),
                PontoServer.json(404, PontoServer.text("account-not-found.json")),
                PontoServer.problem(403, "forbidden"));
        assertThat(feed.unshare(secrets, new FeedAccountId("a1"))).isTrue();
        assertThat(feed.unshare(secrets, new FeedAccountId("a1"))).isTrue();
        assertThatThrownBy(() -> feed.unshare(secrets, new FeedAccountId("a1")))
                .isInstanceOf(BankFeedException.ReconnectRequired.class);
    }

    @Test
    void somebodyNewFindsPontosFormsFilledIn() throws Exception {
        server.tell(
                "POST /onboarding-details",
                PontoServer.json(201, "{\"data\":{\"type\":\"onboardingDetails\",\"id\":\"od-1\",\"attributes\":{}}}"));
        HttpUrl page = page(newcomer());
        assertThat(page.queryParameter("onboarding_details_id")).isEqualTo("od-1");
        assertThat(Json.MAPPER.readTree(
                        server.last("POST /onboarding-details").getBody().utf8()))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"data": {"type": "onboardingDetails", "attributes": {"email": "lies@korenaar.example",
                          "organizationName": "De Korenaar", "addressCountry": "BE"}}}"""));
        assertThat(PontoServer.form(server.last("POST /oauth2/token")))
                .isEqualTo(Map.of("grant_type", "client_credentials"));
        assertThat(newcomer().toString()).doesNotContain("lies@");
    }

    @Test
    void pontosFormsBeginAsIsWished() throws Exception {
        server.tell("POST /onboarding-details", PontoServer.json(201, "{\"data\":{\"id\":\"od-1\"}}"));
        OnboardingDetails plain = newcomer().completed("company-7", ORGANIZATION);
        page(new OnboardingDetails(
                plain.email(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                plain.partnerReference(),
                new Wishes(Kind.PERSONAL, plain.wishes().organization(), "f1", "sms", true, false)));
        assertThat(Json.MAPPER
                        .readTree(server.last("POST /onboarding-details")
                                .getBody()
                                .utf8())
                        .at("/data/attributes"))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"email": "lies@korenaar.example", "partnerReference": "company-7",
                         "organizationType": "personal", "requestedOrganisationId": "%s",
                         "initialFinancialInstitutionId": "f1", "preferredOtpMethod": "sms",
                         "automaticSubmissionOnCompletedForms": true, "skipFinancialInstitutionSelection": false}""".formatted(ORGANIZATION)));
    }

    @Test
    void formsThatCannotBeFilledInAreNoReasonToFail() throws Exception {
        server.tell("POST /onboarding-details", PontoServer.problem(400, "validation"));
        assertThat(page(newcomer()).queryParameterNames()).doesNotContain("onboarding_details_id");
    }

    @Test
    void aLinkWhoseTokenIsLostIsEndedByItsOrganization() throws Exception {
        server.tell("POST /oauth2/revoke", PontoServer.json(400, "{\"error\":\"invalid_grant\"}"));
        server.tell(INTEGRATION, PontoServer.json(200, "{\"data\":{\"type\":\"integration\",\"id\":\"i\"}}"));
        feed.end(secrets, new Organization(ORGANIZATION, null));
        assertThat(server.count(INTEGRATION)).isEqualTo(1);
        assertThat(secrets.names()).isEmpty();

        server.tell(INTEGRATION, PontoServer.problem(404, "resourceNotFound"));
        feed.end(new FakeSecrets(), new Organization(ORGANIZATION, null));
        assertThat(server.count(INTEGRATION)).isEqualTo(2);
    }

    @Test
    void aLinkThatIsAliveIsEndedByItsToken() throws Exception {
        feed.end(secrets, new Organization(ORGANIZATION, null));
        assertThat(server.count("POST /oauth2/revoke")).isEqualTo(1);
        assertThat(server.count(INTEGRATION)).isZero();
    }

    @Test
    void anIntegrationThatPontoDidNotEndKeepsItsSecrets() {
        FakeSecrets lost = new FakeSecrets();
        lost.write("link-id", new Secret("x"));
        server.tell(INTEGRATION, PontoServer.json(502, "<html>"));
        assertThatThrownBy(() -> feed.end(lost, new Organization(ORGANIZATION, null)))
                .isInstanceOf(BankFeedException.Unavailable.class);
        assertThat(lost.names()).isNotEmpty();
    }

    @Test
    void theAccountsOfAllLinksAreListedInBothSpellingsOfPages() throws Exception {
        String first = """
                {"data": [{"type": "integrationAccount", "id": "i1",
                   "attributes": {"createdAt": "2026-01-15T10:23:02.319029Z", "lastAccessedAt": null},
                   "relationships": {"account": {"data": {"id": "a1"}}, "organization": {"data": {"id": "o1"}},
                     "financialInstitution": {"data": {"id": "f1"}}}}],
                 "links": {"next": "%s/integration-accounts?limit=1&after=i1"},
                 "meta": {"paging": {"limit": 1, "before": "i1"}}}""".formatted(server.api());
        String second = first.replace("a1", "a2").replaceAll("\"next\".*\"}", "}");
        server.tell("GET /integration-accounts", PontoServer.json(200, first), PontoServer.json(200, second));
        assertThat(feed.shares(secrets).orElseThrow())
                .containsExactly(
                        new FeedShare(
                                new FeedAccountId("a1"),
                                "o1",
                                "f1",
                                Instant.parse("2026-01-15T10:23:02.319029Z"),
                                null),
                        new FeedShare(
                                new FeedAccountId("a2"),
                                "o1",
                                "f1",
                                Instant.parse("2026-01-15T10:23:02.319029Z"),
                                null));
        assertThat(server.last("GET /integration-accounts").getTarget()).contains("page%5Bafter%5D=i1");
        server.tell("GET /integration-accounts", PontoServer.json(200, "{\"data\":[{\"id\":\"i\"}]}"));
        assertThatThrownBy(() -> feed.shares(secrets))
                .isInstanceOf(BankFeedException.Refused.class)
                .hasMessageContaining("organization is missing");
    }

    @Test
    void usageMayHaveDecimals() throws Exception {
        String call = "GET /organizations/" + ORGANIZATION + "/usage/2026-02";
        server.tell(call, PontoServer.json(200, """
                {"data": {"type": "usage", "id": "2026-02", "attributes": {"accountCount": 3.4, "paymentCount": 0,
                  "paymentAccountCount": 1.5, "bulkPaymentCount": null}},
                 "relationships": {"organization": {"data": {"id": "x"}}}}"""));
        assertThat(feed.usage(secrets, DE_KORENAAR, YearMonth.of(2026, 2)))
                .contains(new FeedUsage(
                        YearMonth.of(2026, 2),
                        new BigDecimal("3.4"),
                        BigDecimal.ZERO,
                        new BigDecimal("1.5"),
                        null,
                        null));
        server.tell(call, PontoServer.json(404, """
                {"errors": [{"code": "resourceNotFound", "meta": {"resource": "Usage"}}]}"""));
        assertThatThrownBy(() -> feed.usage(secrets, DE_KORENAAR, YearMonth.of(2026, 2)))
                .isInstanceOf(BankFeedException.Refused.class);
    }

    private HttpUrl page(OnboardingDetails details) throws Exception {
        AuthorizationRequest request =
                new AuthorizationRequest("state-1", Connected.REQUEST.redirectUri(), Locale.ENGLISH, details);
        return HttpUrl.get(((AuthorizationStep.Visit) feed.authorize(new FakeSecrets(), request)).page());
    }

    private static OnboardingDetails newcomer() {
        return new OnboardingDetails(
                "lies@korenaar.example", null, null, "De Korenaar", null, null, null, null, null, "BE", null, null);
    }

    private static String account(String id, String bank) {
        return """
                {"id": "%s", "attributes": {"reference": "1", "currency": "EUR"},
                 "relationships": {"financialInstitution": {"data": {"id": "%s"}}}}""".formatted(id, bank);
    }
}
