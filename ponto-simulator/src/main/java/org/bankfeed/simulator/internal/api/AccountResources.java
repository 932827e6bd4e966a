package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.bank.Maintenance;
import org.bankfeed.simulator.internal.bank.Page;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.oauth.Integration;
import org.bankfeed.simulator.internal.oauth.Reauthorizations;
import org.bankfeed.simulator.internal.oauth.Session;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/** Accounts, their lines, and renewing their authorization. */
final class AccountResources {

    private final Bank bank;
    private final Grants grants;
    private final Access access;
    private final Links links;
    private final Reauthorizations reauthorizations;
    private final UnaryOperator<ObjectNode> oddities;

    AccountResources(
            Bank bank,
            Grants grants,
            Access access,
            Links links,
            Reauthorizations reauthorizations,
            UnaryOperator<ObjectNode> oddities) {
        this.bank = bank;
        this.grants = grants;
        this.access = access;
        this.links = links;
        this.reauthorizations = reauthorizations;
        this.oddities = oddities;
    }

    void register(Routes routes) {
        routes.get("/accounts", this::list)
                .get("/accounts/{accountId}", this::one)
                .delete("/accounts/{accountId}", this::remove)
                .post("/accounts/{accountId}/reauthorization-requests", this::reauthorize)
                .get("/accounts/{accountId}/transactions", this::transactions)
                .get("/accounts/{accountId}/transactions/{id}", this::transaction)
                .get("/accounts/{accountId}/pending-transactions", this::pendingTransactions)
                .get("/accounts/{accountId}/pending-transactions/{id}", this::pendingTransaction);
    }

    private Answer list(Request request) {
        Session session = access.organization(request, Access.ACCOUNT_INFORMATION);
        List<AccountView> accounts = access.accounts(session);
        String base = links.base(request);
        return Answer.document(
                200,
                Paging.document(
                        request,
                        links,
                        wish -> Page.of(accounts, wish, AccountView::id),
                        account -> oddities.apply(Documents.account(account, base))));
    }

    private Answer one(Request request) {
        AccountView account = access.accountInPath(request);
        return Answer.document(200, Documents.data(oddities.apply(Documents.account(account, links.base(request)))));
    }

    private Answer remove(Request request) {
        Session session = access.organization(request);
        AccountView account = access.account(session, request.variable("accountId"));
        if (session.kind() == Session.Kind.CUSTOM) {
            throw ApiError.forbidden("Accounts of a custom integration are added and removed in the dashboard.");
        }
        grants.unshare(account.id());
        return Answer.document(200, Documents.data(Documents.resource("account", account.id())));
    }

    private Answer reauthorize(Request request) throws IOException {
        AccountView account = access.accountInPath(request);
        String redirectUri = redirectUri(request.resource().required("redirectUri"));
        Reauthorizations.Reauthorization asked = reauthorizations.create(account.id(), redirectUri);
        ObjectNode resource = Documents.resource("reauthorizationRequest", asked.id());
        resource.putObject("attributes").put("sandbox", false);
        resource.putObject("links").put("redirect", page(asked));
        return Answer.document(201, Documents.data(resource));
    }

    private String page(Reauthorizations.Reauthorization asked) {
        String organization = bank.account(asked.accountId())
                .map(AccountView::organization)
                .orElse(bank.organization().id());
        String integration =
                grants.integration(organization).map(Integration::id).orElse(organization);
        return links.authorizationSite() + "/organizations/" + organization + "/integrations/" + integration
                + "/accounts/" + asked.accountId()
                + "/reauthorization-requests/" + asked.id();
    }

    private static String redirectUri(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw ApiError.attribute("redirectUri", "redirectUri must be an absolute http or https address.");
    }

    private Answer transactions(Request request) {
        AccountView account = access.accountInPath(request);
        return lines(request, account, "transaction", wish -> bank.lines(account.id(), wish));
    }

    private Answer pendingTransactions(Request request) {
        AccountView account = access.accountInPath(request);
        return lines(request, account, "pendingTransaction", wish -> bank.pendingLines(account.id(), wish));
    }

    private Answer lines(Request request, AccountView account, String type, Function<Page.Wish, Page<BankLine>> list) {
        Maintenance work = account.maintenance();
        if (work != null && work.kind() == Maintenance.Kind.internal) {
            throw ApiError.of(
                    503, "financialInstitutionUnderMaintenance", "Ponto works on its connection to the bank.");
        }
        String base = links.base(request);
        ObjectNode document = Paging.document(
                request, links, list, line -> oddities.apply(Documents.transaction(type, line, account, base)));
        Documents.synchronizedMeta(
                (ObjectNode) document.get("meta"), account, account.linesAt(), account.lastTransactions());
        return Answer.document(200, document);
    }

    private Answer transaction(Request request) {
        AccountView account = access.accountInPath(request);
        return bank.line(account.id(), request.variable("id"))
                .map(line -> oddities.apply(Documents.transaction("transaction", line, account, links.base(request))))
                .map(resource -> Answer.document(200, Documents.data(resource)))
                .orElseThrow(() -> ApiError.notFound("transaction"));
    }

    private Answer pendingTransaction(Request request) {
        AccountView account = access.accountInPath(request);
        return bank.pendingLine(account.id(), request.variable("id"))
                .map(line -> Documents.transaction("pendingTransaction", line, account, links.base(request)))
                .map(resource -> Answer.document(200, Documents.data(resource)))
                .orElseThrow(() -> ApiError.notFound("pendingTransaction"));
    }
}
