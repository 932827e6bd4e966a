package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.Institution;
import org.bankfeed.simulator.internal.bank.Page;
import org.bankfeed.simulator.internal.oauth.Session;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/** The banks: all of them for anybody, those of the organization's accounts with a user token. */
final class InstitutionResources {

    private static final Pattern FILTER = Pattern.compile("filter\\[(\\w+)]\\[(\\w+)]");

    private final Bank bank;
    private final Access access;
    private final Links links;

    InstitutionResources(Bank bank, Access access, Links links) {
        this.bank = bank;
        this.access = access;
        this.links = links;
    }

    void register(Routes routes) {
        routes.get("/financial-institutions", this::list).get("/financial-institutions/{id}", this::one);
    }

    private Answer list(Request request) {
        Predicate<ObjectNode> filter = filter(request.query());
        List<ObjectNode> institutions = institutions(request).stream()
                .map(this::document)
                .filter(filter)
                .toList();
        return Answer.document(
                200,
                Paging.document(
                        request,
                        links,
                        wish -> Page.of(
                                institutions, wish, node -> node.path("id").asText()),
                        node -> node));
    }

    private List<Institution> institutions(Request request) {
        Optional<Session> session = access.optional(request).filter(found -> found.kind() != Session.Kind.CLIENT);
        return session.map(found -> access.accounts(found).stream()
                        .map(account -> account.institution())
                        .distinct()
                        .toList())
                .orElseGet(() -> List.copyOf(bank.institutions()));
    }

    private ObjectNode document(Institution institution) {
        return Documents.institution(
                institution,
                bank.maintenance(institution.id())
                        .filter(work -> work.to().isAfter(bank.now()))
                        .orElse(null));
    }

    private Answer one(Request request) {
        access.optional(request);
        String id = request.variable("id");
        return bank.institutions().stream()
                .filter(institution -> institution.id().equals(id))
                .findFirst()
                .map(institution -> Answer.document(200, Documents.data(document(institution))))
                .orElseThrow(() -> ApiError.notFound("financialInstitution"));
    }

    private static Predicate<ObjectNode> filter(Map<String, String> query) {
        Predicate<ObjectNode> all = node -> true;
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            Matcher matcher = FILTER.matcher(parameter.getKey());
            if (matcher.matches()) {
                all = all.and(filter(matcher.group(1), matcher.group(2), parameter.getValue()));
            }
        }
        return all;
    }

    private static Predicate<ObjectNode> filter(String attribute, String operator, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        Predicate<String> test =
                switch (operator) {
                    case "eq" -> value -> value.equalsIgnoreCase(wanted);
                    case "contains" -> value -> value.toLowerCase(Locale.ROOT).contains(lower);
                    case "in" ->
                        value -> Arrays.stream(wanted.split(",", -1))
                                .anyMatch(one -> one.trim().equalsIgnoreCase(value));
                    default ->
                        throw ApiError.parameter(
                                "filter[" + attribute + "][" + operator + "]",
                                "The operator must be eq, in or contains.");
                };
        return node -> {
            JsonNode value = node.path("attributes").path(attribute);
            return !value.isNull() && !value.isMissingNode() && test.test(value.asText());
        };
    }
}
