package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.bank.Page;
import org.bankfeed.simulator.internal.bank.Synchronization;
import org.bankfeed.simulator.internal.bank.Synchronization.Subtype;
import org.bankfeed.simulator.internal.oauth.Session;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.ResourceBody;
import org.bankfeed.simulator.internal.web.Routes;

/** Synchronizations that a present user asks for, and what they changed. */
final class SynchronizationResources {

    private static final String ADDRESS = "customerIpAddress";

    private final Bank bank;
    private final Access access;
    private final Links links;
    private final UnaryOperator<ObjectNode> oddities;

    SynchronizationResources(Bank bank, Access access, Links links, UnaryOperator<ObjectNode> oddities) {
        this.bank = bank;
        this.access = access;
        this.links = links;
        this.oddities = oddities;
    }

    void register(Routes routes) {
        routes.post("/synchronizations", this::create)
                .get("/synchronizations/{id}", this::one)
                .get("/synchronizations/{id}/updated-transactions", this::updated)
                .get("/synchronizations/{id}/updated-pending-transactions", this::updatedPending);
    }

    private record Found(Synchronization synchronization, AccountView account) {}

    private Answer create(Request request) throws IOException {
        Session session = access.organization(request, Access.ACCOUNT_INFORMATION);
        ResourceBody body = request.resource();
        if (!body.required("resourceType").equals("account")) {
            throw ApiError.attribute("resourceType", "resourceType must be account.");
        }
        Subtype subtype = subtype(body.required("subtype"));
        checkAddress(session, body);
        AccountView account = access.account(session, body.required("resourceId"));
        try {
            Synchronization begun = bank.synchronize(account.id(), subtype);
            return Answer.document(201, Documents.data(Documents.synchronization(begun, account, links.base(request))));
        } catch (Bank.ReadOnlyException e) {
            throw ApiError.of(
                    400,
                    "financialInstitutionUnderMaintenance",
                    "The financial institution is under maintenance; the account can only be read.");
        } catch (Bank.RecentlySynchronizedException e) {
            throw ApiError.of(
                    400,
                    "accountRecentlySynchronized",
                    "This type of synchronization was already created recently for the account."
                            + " Try again later or on the Dashboard.");
        }
    }

    private static void checkAddress(Session session, ResourceBody body) {
        Optional<String> address = body.text(ADDRESS);
        if (address.isEmpty() && session.kind() != Session.Kind.CUSTOM) {
            throw ApiError.attribute(ADDRESS, "customerIpAddress is required.");
        }
        if (address.filter(text -> !text.matches("[0-9a-fA-F.:]{2,45}")).isPresent()) {
            throw ApiError.attribute(ADDRESS, "customerIpAddress must be an IP address.");
        }
    }

    private static Subtype subtype(String word) {
        return Arrays.stream(Subtype.values())
                .filter(subtype -> subtype.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ApiError.attribute(
                        "subtype",
                        "subtype must be accountDetails, accountTransactions or accountTransactionsWithUnsettled."));
    }

    private Answer one(Request request) {
        Found found = found(request);
        return Answer.document(
                200,
                Documents.data(
                        Documents.synchronization(found.synchronization(), found.account(), links.base(request))));
    }

    private Answer updated(Request request) {
        Found found = found(request);
        String account = found.account().id();
        List<BankLine> lines = found.synchronization().updatedLines().stream()
                .flatMap(id -> bank.line(account, id).stream())
                .toList();
        return lines(request, found, "transaction", lines);
    }

    private Answer updatedPending(Request request) {
        Found found = found(request);
        String account = found.account().id();
        List<BankLine> lines = found.synchronization().updatedPending().stream()
                .flatMap(id -> bank.pendingLine(account, id).stream())
                .toList();
        return lines(request, found, "pendingTransaction", lines);
    }

    private Answer lines(Request request, Found found, String type, List<BankLine> lines) {
        String base = links.base(request);
        var document = Paging.document(
                request,
                links,
                wish -> Page.of(lines, wish, BankLine::id),
                line -> oddities.apply(Documents.transaction(type, line, found.account(), base)));
        document.withObject("/meta")
                .put(
                        "synchronizedAt",
                        found.account()
                                .institution()
                                .text(found.synchronization().updatedAt()));
        return Answer.document(200, document);
    }

    private Found found(Request request) {
        Session session = access.organization(request, Access.ACCOUNT_INFORMATION);
        Synchronization synchronization = bank.synchronization(request.variable("id"))
                .filter(known -> access.accounts(session).stream()
                        .anyMatch(account -> account.id().equals(known.accountId())))
                .orElseThrow(() -> ApiError.notFound("synchronization"));
        return new Found(synchronization, access.account(session, synchronization.accountId()));
    }
}
