package org.bankfeed.ponto.internal.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.SyncOrder;
import org.bankfeed.feed.SyncOrder.Job;
import org.bankfeed.feed.SyncOrder.State;
import org.bankfeed.ponto.internal.access.OrderRules;
import org.bankfeed.ponto.internal.account.PontoAccount;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.Moments;
import org.bankfeed.ponto.internal.wire.Problem;
import org.bankfeed.ponto.internal.wire.Words;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Synchronizations that a person ordered. Ponto has two jobs for them, details and transactions, and fails when both are
 * started at once; so the second is created when the first has ended.
 */
public final class Orders {

    private static final String DOING = "ordering a synchronization";
    private static final String FOLLOWING = "following a synchronization";
    private static final String READ_ONLY = "readonly";

    private final Resources resources;
    private final Errors errors;
    private final OrderRules rules;
    private final Time time;

    public Orders(Resources resources, Errors errors, OrderRules rules, Time time) {
        this.resources = resources;
        this.errors = errors;
        this.rules = rules;
        this.time = time;
    }

    public SyncOrder begin(Secrets secrets, FeedAccountId account, InetAddress person) throws BankFeedException {
        Wanted wanted = new Wanted(account, PublicAddress.of(person), time.now());
        PontoAccount told = account(secrets, account);
        if (told.isReadOnly()) {
            return wanted.order(
                    State.FAILED,
                    Job.DETAILS,
                    null,
                    READ_ONLY,
                    "The bank is under maintenance: what is there can be read, and nothing new comes now; try again"
                            + " in some hours.");
        }
        return isFresh(told.latest(), wanted.at) ? recent(wanted) : create(secrets, wanted, Job.DETAILS);
    }

    private PontoAccount account(Secrets secrets, FeedAccountId account) throws BankFeedException {
        Answer answer = resources.get(secrets, resources.at("accounts", account.value()), DOING);
        try {
            return Json.MAPPER.convertValue(data(answer, DOING), PontoAccount.class);
        } catch (IllegalArgumentException e) {
            throw errors.unreadable(answer, DOING, "the account has a form that is not known");
        }
    }

    /** Whether lines came so lately that Ponto would refuse to ask again; of a strange clock nothing is believed. */
    private boolean isFresh(PontoAccount.@Nullable Outcome latest, Instant now) {
        if (latest == null || !latest.isSuccess() || !rules.subtype().equals(latest.subtype())) {
            return false;
        }
        Instant ended = Moments.read(latest.updatedAt());
        Duration age = ended == null ? null : Duration.between(ended, now);
        return age != null && !age.isNegative() && age.compareTo(rules.fresh()) < 0;
    }

    private static SyncOrder recent(Wanted wanted) {
        return wanted.order(
                State.RECENT, Job.TRANSACTIONS, null, null, "The bank was asked a moment ago: all is recent.");
    }

    public SyncOrder follow(Secrets secrets, SyncOrder order) throws BankFeedException {
        String id = order.id();
        if (order.isEnded() || id == null) {
            return order;
        }
        Wanted wanted = new Wanted(order.account(), order.address(), order.orderedAt());
        Answer answer = resources.ask(secrets, resources.at("synchronizations", id), FOLLOWING);
        if (answer.status() == 404 && !Problem.of(answer).isAbout("account")) {
            return left(wanted, order.job(), id);
        }
        return judge(secrets, wanted, order.job(), data(resources.successful(answer, FOLLOWING), FOLLOWING));
    }

    private SyncOrder create(Secrets secrets, Wanted wanted, Job job) throws BankFeedException {
        Answer answer = resources.tryToPost(secrets, resources.at("synchronizations"), body(wanted, job), DOING);
        if (answer.isSuccess()) {
            return judge(secrets, wanted, job, data(answer, DOING));
        }
        Problem problem = Problem.of(answer);
        String code = problem.code();
        if (code != null && rules.recent().contains(code)) {
            return job == Job.DETAILS ? create(secrets, wanted, Job.TRANSACTIONS) : recent(wanted);
        }
        if (answer.status() == 400 && code != null) {
            return failed(wanted, job, null, code);
        }
        throw errors.of(answer, DOING);
    }

    private SyncOrder judge(Secrets secrets, Wanted wanted, Job job, JsonNode data) throws BankFeedException {
        JsonNode attributes = data.path("attributes");
        String id = Json.text(data.path("id"));
        String status = Json.text(attributes.path("status"));
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "success" ->
                job == Job.DETAILS
                        ? create(secrets, wanted, Job.TRANSACTIONS)
                        : wanted.order(State.DONE, job, id, null, "The bank was asked; what is new can be read.");
            case "error" -> {
                String code = OrderRules.tellingCode(codes(attributes), rules.consent());
                yield job == Job.DETAILS && !rules.consent().contains(code)
                        ? create(secrets, wanted, Job.TRANSACTIONS) // balances failed; lines may well come
                        : failed(wanted, job, id, code);
            }
            default -> running(wanted, job, id); // pending, running, and words that are newer than this
        };
    }

    private static List<String> codes(JsonNode attributes) {
        List<String> codes = new ArrayList<>();
        for (JsonNode error : attributes.path("errors")) {
            String code = Words.of(Json.text(error.path("code")));
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    private SyncOrder running(Wanted wanted, Job job, @Nullable String id) {
        return time.now().isAfter(wanted.at.plus(rules.patience()))
                ? left(wanted, job, id)
                : wanted.order(
                        State.RUNNING,
                        job,
                        id,
                        null,
                        job == Job.DETAILS
                                ? "Ponto is asking the bank for the balance."
                                : "Ponto is asking the bank for transactions.");
    }

    private static SyncOrder left(Wanted wanted, Job job, @Nullable String id) {
        return wanted.order(
                State.LEFT,
                job,
                id,
                null,
                "The bank takes long to answer; what it brings is read as soon as it is there.");
    }

    private SyncOrder failed(Wanted wanted, Job job, @Nullable String id, String code) {
        if (rules.consent().contains(code)) {
            return wanted.order(
                    State.CONSENT_ENDED,
                    job,
                    id,
                    code,
                    "The bank does not let Ponto in any more (%s): the account's holder renews the consent."
                            .formatted(code));
        }
        String advice = rules.passing().contains(code)
                ? "try again in some minutes."
                : "try again in some hours; if it stays so, the account's holder renews the consent.";
        return wanted.order(
                State.FAILED, job, id, code, "Ponto could not ask the bank (%s); %s".formatted(code, advice));
    }

    private String body(Wanted wanted, Job job) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ObjectNode data = root.putObject("data").put("type", "synchronization");
        data.putObject("attributes")
                .put("resourceType", "account")
                .put("resourceId", wanted.account.value())
                .put("subtype", job == Job.DETAILS ? "accountDetails" : rules.subtype())
                .put("customerIpAddress", wanted.address);
        return root.toString();
    }

    private JsonNode data(Answer answer, String doing) throws BankFeedException {
        JsonNode data;
        try {
            data = Json.MAPPER.readTree(answer.body()).path("data");
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, doing, "it is not valid JSON");
        }
        if (Json.text(data.path("id")) == null) {
            throw errors.unreadable(answer, doing, "its id is missing");
        }
        return data;
    }

    /** What stays the same over both jobs. */
    private record Wanted(FeedAccountId account, String address, Instant at) {

        SyncOrder order(State state, Job job, @Nullable String id, @Nullable String code, String said) {
            return new SyncOrder(account, address, state, job, id, code, said, at);
        }
    }
}
