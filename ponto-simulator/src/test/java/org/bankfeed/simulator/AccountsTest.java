package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.bankfeed.history.History;
import org.bankfeed.simulator.Caller.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // each test starts its own
class AccountsTest {

    private final VirtualClock clock = new VirtualClock("2026-03-02T12:00:00Z");
    private final VirtualClock real = new VirtualClock("2026-11-01T00:00:00Z");
    private PontoSimulator simulator;
    private Caller caller;

    private String start(History history) throws Exception {
        return start(SimulatorOptions.DEFAULTS.withHistory(history));
    }

    private String start(SimulatorOptions options) throws Exception {
        simulator = PontoSimulator.start(options.withClock(clock).withRealClock(real));
        caller = new Caller(simulator);
        caller.connect();
        return caller.get("/accounts").ids().get(0);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pagesFromNewestToOldestAndBack() throws Exception {
        String account = start(Lines.many(7));
        Reply page = caller.get("/accounts/" + account + "/transactions?page[limit]=3");
        assertThat(page.ids()).containsExactly("T7", "T6", "T5");
        assertThat(page.json().at("/links/prev").isMissingNode()).isTrue();
        assertThat(page.json().at("/links/first").asText()).endsWith("/transactions?page[limit]=3");
        assertThat(page.json().at("/meta/paging/after").asText()).isEqualTo("T5");

        page = caller.get(page.json().at("/links/next").asText());
        assertThat(page.ids()).containsExactly("T4", "T3", "T2");
        page = caller.get(page.json().at("/links/next").asText());
        assertThat(page.ids()).containsExactly("T1");
        assertThat(page.json().at("/links/next").isMissingNode()).isTrue();
        page = caller.get(page.json().at("/links/prev").asText());
        assertThat(page.ids()).containsExactly("T4", "T3", "T2");
        page = caller.get(page.json().at("/links/prev").asText());
        assertThat(page.ids()).containsExactly("T7", "T6", "T5");
        assertThat(page.json().at("/links/prev").isMissingNode()).isTrue();
    }

    @Test
    void givesWhatIsNewerThanAKnownLineNearestFirst() throws Exception {
        String account = start(Lines.many(7));
        String list = "/accounts/" + account + "/transactions";

        Reply page = caller.get(list + "?limit=2&before=T3");

        assertThat(page.ids()).containsExactly("T5", "T4");
        assertThat(caller.get(page.json().at("/links/prev").asText()).ids()).containsExactly("T7", "T6");
        assertThat(caller.get(list + "?before=T7").ids()).isEmpty();
        assertThat(caller.get(list + "?after=T3&limit=100").ids()).containsExactly("T2", "T1");
        assertThat(caller.get(list + "?page%5Bafter%5D=T3&page%5Blimit%5D=1").ids())
                .containsExactly("T2");
    }

    @Test
    void refusesLimitsAndCursorsThatAreWrong() throws Exception {
        String list = "/accounts/" + start(Lines.many(12)) + "/transactions";
        assertThat(caller.get(list).ids()).hasSize(10);
        for (String query : List.of("page[limit]=0", "limit=101", "limit=ten", "after=T99", "after=T1&before=T2")) {
            Reply reply = caller.get(list + "?" + query);
            assertThat(reply.status()).as(query).isEqualTo(400);
            assertThat(reply.errorCode()).isEqualTo("invalidQueryParameter");
        }
        assertThat(caller.get(list + "?whatever=1&limit=100").ids()).hasSize(12);
    }

    @Test
    void linksLeadToTheNameThatWasCalled() throws Exception {
        String account = start(Lines.many(3));
        String byAddress = simulator.baseUrl().toString().replace("localhost", "127.0.0.1");

        Reply page = caller.get(byAddress + "/accounts/" + account + "/transactions?limit=1");

        assertThat(page.json().at("/links/next").asText()).startsWith(byAddress);
    }

    @Test
    void aLineShowsOnItsDayAfterTheNextRun() throws Exception {
        String account = start(Lines.of(
                Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "now"),
                Lines.line("T2", Lines.FORTIS, "2026-03-03", "5.50", "tomorrow"),
                Lines.line("T3", Lines.FORTIS, "2026-03-01", "1.25", "booked late")));
        String list = "/accounts/" + account + "/transactions";
        assertThat(caller.get(list).ids()).containsExactly("T1");
        assertThat(caller.get("/accounts/" + account)
                        .attributes()
                        .path("currentBalance")
                        .decimalValue())
                .isEqualByComparingTo("10");

        clock.set("2026-03-03T00:59:59Z"); // 01:59:59 in Brussels
        assertThat(caller.get(list).ids()).containsExactly("T1");
        clock.set("2026-03-03T01:00:00Z");

        Reply reply = caller.get(list);
        assertThat(reply.ids()).containsExactly("T3", "T2", "T1");
        assertThat(reply.json().at("/meta/synchronizedAt").asText()).startsWith("2026-03-03T01:00:00");
        JsonNode late = reply.json().at("/data/0/attributes");
        assertThat(late.path("createdAt").asText()).startsWith("2026-03-02T23:00:00");
        assertThat(late.path("counterpartReference").isNull()).isTrue();
        assertThat(late.path("additionalInformation").isNull()).isTrue();
        assertThat(caller.get("/accounts/" + account).json().toString()).contains("\"currentBalance\":16.75");
    }

    @Test
    void theUsersSynchronizationShowsADayAtOnce() throws Exception {
        String account = start(Lines.of(
                Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "now"),
                Lines.line("T2", Lines.FORTIS, "2026-03-03", "59.00", "tomorrow")));
        clock.set("2026-03-03T00:30:00Z");

        Reply created = caller.post("/synchronizations", synchronization(account, "accountTransactions"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.attributes().path("status").asText()).isEqualTo("pending");
        assertThat(created.attributes().has("customerIpAddress")).isFalse();
        String one = "/synchronizations/" + created.json().at("/data/id").asText();
        real.forward(Duration.ofMillis(500));
        assertThat(caller.get(one).attributes().path("status").asText()).isEqualTo("running");
        assertThat(caller.get("/accounts/" + account + "/transactions").ids()).containsExactly("T1");
        real.forward(Duration.ofMillis(500));
        assertThat(caller.get(one).attributes().path("status").asText()).isEqualTo("success");
        assertThat(caller.get("/accounts/" + account + "/transactions").ids()).containsExactly("T2", "T1");
        assertThat(caller.get(one + "/updated-transactions").ids()).isEmpty();
    }

    @Test
    void refusesSynchronizationsThatAreTooEarlyOrIncomplete() throws Exception {
        String account = start(Lines.many(1));
        assertThat(caller.post("/synchronizations", synchronization(account, "accountDetails"))
                        .status())
                .isEqualTo(201);
        Reply early = caller.post("/synchronizations", synchronization(account, "accountDetails"));
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.errorCode()).isEqualTo("accountRecentlySynchronized");
        assertThat(caller.post("/synchronizations", synchronization(account, "accountTransactions"))
                        .status())
                .isEqualTo(201);
        clock.forward(Duration.ofMinutes(5));
        assertThat(caller.post("/synchronizations", synchronization(account, "accountDetails"))
                        .status())
                .isEqualTo(201);

        Reply noAddress = caller.post(
                "/synchronizations",
                synchronization(account, "accountDetails").replace("customerIpAddress", "somethingElse"));
        assertThat(noAddress.status()).isEqualTo(400);
        assertThat(noAddress.json().at("/errors/0/source/pointer").asText())
                .isEqualTo("/data/attributes/customerIpAddress");
        Reply nobody = caller.post("/synchronizations", synchronization("nobody", "accountDetails"));
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.json().at("/errors/0/meta/resource").asText()).isEqualTo("account");
        assertThat(caller.post("/synchronizations", "no json").status()).isEqualTo(400);
    }

    @Test
    void inTheSandboxTenSecondsAreEnough() throws Exception {
        String account =
                start(SimulatorOptions.DEFAULTS.withHistory(Lines.many(1)).withSandboxWindow());
        String body = synchronization(account, "accountDetails");
        assertThat(caller.post("/synchronizations", body).status()).isEqualTo(201);
        clock.forward(Duration.ofSeconds(9));
        assertThat(caller.post("/synchronizations", body).errorCode()).isEqualTo("accountRecentlySynchronized");
        clock.forward(Duration.ofSeconds(1));
        assertThat(caller.post("/synchronizations", body).status()).isEqualTo(201);
    }

    @Test
    void repeatsTheAnswerOfAnIdempotentRequest() throws Exception {
        String body = synchronization(start(Lines.many(1)), "accountDetails");

        Reply first = caller.postOnce("/synchronizations", body, "key-1");
        Reply again = caller.postOnce("/synchronizations", body, "key-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(caller.postOnce("/synchronizations", body, "key-2").errorCode())
                .isEqualTo("accountRecentlySynchronized");
    }

    @Test
    void anExpiredAuthorizationStopsTheSupplyUntilItIsRenewed() throws Exception {
        String account = start(Lines.of(
                Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "now"),
                Lines.line("T2", Lines.FORTIS, "2026-08-28", "1.00", "on the last good day"),
                Lines.line("T3", Lines.FORTIS, "2026-09-15", "1.00", "after the end")));
        String list = "/accounts/" + account + "/transactions";
        assertThat(caller.get("/accounts/" + account)
                        .attributes()
                        .path("authorizationExpirationExpectedAt")
                        .asText())
                .startsWith("2026-08-29T12:00:00");
        clock.set("2026-09-16T12:00:00Z");

        Reply reply = caller.get(list);

        assertThat(reply.ids()).containsExactly("T2", "T1");
        assertThat(reply.json().at("/meta/synchronizedAt").asText()).startsWith("2026-08-29T12:00:00".substring(0, 10));
        JsonNode latest = reply.json().at("/meta/latestSynchronization");
        assertThat(latest.at("/attributes/status").asText()).isEqualTo("error");
        assertThat(latest.at("/attributes/errors/0/code").asText()).isEqualTo("authorizationInvalid");
        Reply asked = caller.post("/synchronizations", synchronization(account, "accountTransactions"));
        real.forward(Duration.ofSeconds(1));
        assertThat(caller.get("/synchronizations/" + asked.json().at("/data/id").asText())
                        .attributes()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("authorizationInvalid");

        assertThat(Caller.parameters(caller.reauthorize(account, "refuse"))).containsEntry("error", "access_denied");
        assertThat(caller.get(list).ids()).containsExactly("T2", "T1");
        Reply back = caller.reauthorize(account, "accept");

        assertThat(back.raw().headers().firstValue("Location")).hasValue("http://localhost:1/back?x=1");
        assertThat(caller.get(list).ids()).containsExactly("T3", "T2", "T1");
        assertThat(caller.get("/accounts/" + account)
                        .attributes()
                        .path("authorizedAt")
                        .asText())
                .startsWith("2026-09-16T12:00:00");
    }

    @Test
    void eachBankWritesItsDaysInItsOwnWay() throws Exception {
        start(Lines.of(
                Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "utc midnight"),
                Lines.line("T2", Lines.BELFIUS, "2026-03-02", "10.00", "local midnight")));
        List<String> accounts = caller.get("/accounts").ids();

        String utc = executionDate(accounts.get(0));
        String local = executionDate(accounts.get(1));

        assertThat(utc).startsWith("2026-03-02T00:00:00");
        assertThat(local).startsWith("2026-03-01T23:00:00");
    }

    private String executionDate(String account) {
        return caller.get("/accounts/" + account + "/transactions")
                .json()
                .at("/data/0/attributes/executionDate")
                .asText();
    }

    @Test
    void aRemovedAccountIsGoneUntilItIsSharedAgain() throws Exception {
        String account = start(Lines.many(1));

        assertThat(caller.delete("/accounts/" + account).json().at("/data/id").asText())
                .isEqualTo(account);

        assertThat(caller.get("/accounts").ids()).isEmpty();
        assertThat(caller.get("/accounts/" + account + "/transactions").status())
                .isEqualTo(404);
        caller.connect();
        assertThat(caller.get("/accounts").ids()).containsExactly(account);
    }

    @Test
    void aLineBookedInTheSandboxShowsAfterTheNextRun() throws Exception {
        String account = start(Lines.many(1));
        String institution = caller.get("/accounts/" + account)
                .json()
                .at("/data/relationships/financialInstitution/data/id")
                .asText();
        String bankAccounts = "/sandbox/financial-institutions/" + institution + "/financial-institution-accounts";
        String lines =
                bankAccounts + "/" + caller.get(bankAccounts).ids().get(0) + "/financial-institution-transactions";

        Reply created = caller.post(lines, """
                {"data":{"attributes":{"valueDate":"2026-03-01T00:00:00Z","executionDate":"2026-03-02T00:00:00Z",
                "amount":84.4,"currency":"EUR","description":"Verkoop","counterpartName":"Otto Test",
                "remittanceInformation":"factuur 17","remittanceInformationType":"unstructured"}}}""");

        assertThat(created.status()).isEqualTo(201);
        String id = created.json().at("/data/id").asText();
        assertThat(caller.get("/accounts/" + account + "/transactions").ids()).containsExactly("T1");
        clock.forward(Duration.ofHours(6));
        assertThat(caller.get("/accounts/" + account + "/transactions").ids()).containsExactly(id, "T1");
        assertThat(caller.get("/accounts/" + account + "/transactions/" + id)
                        .json()
                        .toString())
                .contains("\"amount\":84.4,");

        caller.patch(lines + "/" + id, "{\"data\":{\"attributes\":{\"description\":\"Verkoop 2\",\"amount\":1}}}");
        assertThat(caller.get("/accounts/" + account + "/transactions/" + id)
                        .attributes()
                        .path("description")
                        .asText())
                .isEqualTo("Verkoop");
        Reply asked = caller.post("/synchronizations", synchronization(account, "accountTransactions"));
        real.forward(Duration.ofSeconds(2));
        String one = "/synchronizations/" + asked.json().at("/data/id").asText();
        assertThat(caller.get(one + "/updated-transactions").ids()).containsExactly(id);
        JsonNode changed =
                caller.get("/accounts/" + account + "/transactions/" + id).attributes();
        assertThat(changed.path("description").asText()).isEqualTo("Verkoop 2");
        assertThat(changed.path("amount").decimalValue()).isEqualByComparingTo("84.4");
    }

    @Test
    void anybodyReadsAndFiltersTheBanks() throws Exception {
        start(Lines.many(1));
        assertThat(caller.get("/financial-institutions").ids()).hasSize(1);
        caller.with(null);
        assertThat(caller.get("/financial-institutions?page[limit]=100").ids()).hasSizeGreaterThan(10);
        Reply filtered = caller.get("/financial-institutions?filter[country][eq]=NL&filter[name][contains]=rabo");
        assertThat(filtered.ids()).hasSize(1);
        assertThat(caller.get("/financial-institutions/" + filtered.ids().get(0))
                        .attributes()
                        .path("timeZone")
                        .asText())
                .isEqualTo("Europe/Amsterdam");
        assertThat(caller.with("wrong").get("/financial-institutions").status()).isEqualTo(401);
    }

    @Test
    void payingIsNotActivated() throws Exception {
        String account = start(Lines.many(1));

        assertThat(caller.get("/accounts/" + account + "/payments/1").status()).isEqualTo(403);
        assertThat(caller.get("/nothing/here").status()).isEqualTo(404);
        assertThat(caller.delete("/accounts").status()).isEqualTo(405);
    }

    @Test
    void offersOneKeyForWebhooks() throws Exception {
        start(Lines.many(1));
        String root = simulator.baseUrl().toString().replace("/ponto-connect", "");

        JsonNode keys = caller.with(null).get(root + "/webhooks/keys").json().path("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.at("/0/status").asText()).isEqualTo("ACTIVE");
        assertThat(keys.at("/0/alg").asText()).isEqualTo("RS512");
        assertThat(caller.get(root + "/webhooks/keys").json().path("keys")).isEqualTo(keys);
    }

    private static String synchronization(String account, String subtype) {
        return """
                {"data":{"type":"synchronization","attributes":{"resourceType":"account","resourceId":"%s",
                "subtype":"%s","customerIpAddress":"203.0.113.27"}}}""".formatted(account, subtype);
    }
}
