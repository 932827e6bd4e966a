package org.bankfeed.simulator.internal.api;

import java.util.List;
import java.util.Optional;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.oauth.Session;
import org.bankfeed.simulator.internal.oauth.Session.Kind;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Request;

/** What the caller of a request may see. Each method throws the refusal if he may not. */
final class Access {

    static final String ACCOUNT_INFORMATION = "ai";
    static final String PAYMENTS = "pi";

    private static final String BEARER = "Bearer ";

    private final Bank bank;
    private final Grants grants;
    private final boolean custom;

    Access(Bank bank, Grants grants, boolean custom) {
        this.bank = bank;
        this.grants = grants;
        this.custom = custom;
    }

    /** A caller who stands for the organization. */
    Session organization(Request request) {
        Session session = optional(request).orElseThrow(ApiError::invalidAccessToken);
        if (session.kind() == Kind.CLIENT) {
            throw ApiError.forbidden("This resource needs a user access token.");
        }
        if (bank.isBlocked(session.organization())) {
            throw ApiError.of(403, "organizationBlocked", "The organization is blocked; ask Ponto's support.");
        }
        return session;
    }

    /** The same, with a scope that the user granted. */
    Session organization(Request request, String scope) {
        Session session = organization(request);
        if (!session.allows(scope)) {
            throw ApiError.forbidden("The access token lacks the scope " + scope + ".");
        }
        return session;
    }

    /** A caller who stands for the application. */
    void client(Request request) {
        if (optional(request).orElseThrow(ApiError::invalidAccessToken).kind() != Kind.CLIENT) {
            throw ApiError.forbidden("This resource needs a client access token.");
        }
    }

    /** Anybody; but who shows a token must show a good one. */
    Optional<Session> optional(Request request) {
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<Session> session = header.filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(
                        value -> grants.session(value.substring(BEARER.length()).trim()));
        return Optional.of(session.filter(found -> (found.kind() == Kind.CUSTOM) == custom)
                .orElseThrow(ApiError::invalidAccessToken));
    }

    /** The accounts that the organization shares. */
    List<AccountView> accounts(Session session) {
        return bank.accounts().stream()
                .filter(account -> isShared(session, account))
                .toList();
    }

    /** A shared account. */
    AccountView account(Session session, String id) {
        return bank.account(id)
                .filter(account -> isShared(session, account))
                .orElseThrow(() -> ApiError.notFound("account"));
    }

    private boolean isShared(Session session, AccountView account) {
        if (!account.organization().equals(session.organization())) {
            return false;
        }
        return session.kind() == Kind.CUSTOM
                || grants.integration(session.organization())
                        .filter(integration -> integration.accountIds().contains(account.id()))
                        .isPresent();
    }

    /** The shared account that the path names, for reading it. */
    AccountView accountInPath(Request request) {
        return account(organization(request, ACCOUNT_INFORMATION), request.variable("accountId"));
    }
}
