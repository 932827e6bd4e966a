package org.bankfeed.simulator.internal.oauth;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.Organization;
import org.bankfeed.simulator.internal.oauth.Reauthorizations.Reauthorization;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Filter;
import org.bankfeed.simulator.internal.web.Handler;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Ponto's user is sent: he picks accounts or refuses, or renews an account's authorization. */
public final class AuthorizationSite {

    public static final String AUTHORIZE = "/oauth2/auth";

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationSite.class);
    private static final int REMEMBERED = 1000;
    private static final String ACCEPT = "accept";
    private static final String REFUSE = "refuse";
    private static final String ANSWERED =
            "This request is unknown or was already answered. Start again in the application.";

    private final Application application;
    private final Set<String> redirectUris;
    private final Grants grants;
    private final Bank bank;
    private final Reauthorizations reauthorizations;
    private final Map<String, AuthorizationRequest> open = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AuthorizationRequest> eldest) {
            return size() > REMEMBERED;
        }
    });

    public AuthorizationSite(
            Application application,
            List<String> redirectUris,
            Grants grants,
            Bank bank,
            Reauthorizations reauthorizations) {
        this.application = application;
        this.redirectUris = Set.copyOf(redirectUris);
        this.grants = grants;
        this.bank = bank;
        this.reauthorizations = reauthorizations;
    }

    /** All pages, and those that {@code more} adds. */
    public Handler handler(Consumer<Routes> more) {
        String reauthorize =
                "/organizations/{organization}/integrations/{integration}/accounts/{account}/reauthorization-requests/{request}";
        Routes pages = new Routes("")
                .get(AUTHORIZE, this::ask)
                .post(AUTHORIZE, this::decide)
                .get(reauthorize, this::askAgain)
                .post(reauthorize, this::decideAgain)
                .get("/style.css", request -> Html.secured(Answer.text(200, "text/css; charset=utf-8", Html.STYLE)));
        more.accept(pages);
        Filter settled = (request, next) -> {
            bank.settleNow();
            return next.handle(request);
        };
        Filter errors = AuthorizationSite::withErrorPages;
        return errors.before(settled.before(pages));
    }

    private static Answer withErrorPages(Request request, Handler next) throws IOException {
        try {
            return next.handle(request);
        } catch (ApiError e) {
            return Html.error(404, "There is no such page here.");
        } catch (RuntimeException e) {
            LOG.error("The authorization page failed", e);
            return Html.error(500, "The simulator itself failed; its log says why.");
        }
    }

    // ---- authorization

    private Answer ask(Request request) {
        Map<String, String> query = request.query();
        if (!application.connect().clientId().equals(query.get("client_id"))) {
            return Html.error(400, "The client_id is not known here.");
        }
        String redirectUri = query.getOrDefault("redirect_uri", "");
        if (!redirectUris.contains(redirectUri)) {
            return Html.error(
                    400, "The redirect_uri is not registered for this application; start the simulator with it.");
        }
        try {
            AuthorizationRequest asked = AuthorizationRequest.of(query, redirectUri);
            String id = Secrets.create();
            open.put(id, asked);
            return Html.page(200, "Share bank accounts", form(id));
        } catch (OAuthError e) {
            return refusal(redirectUri, query.getOrDefault("state", ""), e.error(), e.description());
        }
    }

    private String form(String id) {
        List<Organization> organizations = bank.organizations();
        String name = Html.escape(organizations.get(0).name());
        String whose = organizations.size() == 1
                ? "<p>An application asks to read the accounts of <strong>" + name + "</strong>.</p>"
                : "<p>An application asks to read the accounts of one of your organizations.</p>";
        StringBuilder choice = new StringBuilder();
        for (Organization organization : organizations) {
            choice.append("<fieldset>");
            choice.append(
                    organizations.size() == 1
                            ? "<legend>Which accounts may it read?</legend>\n"
                            : pick(organization, organization.equals(organizations.get(0))));
            choice.append(accounts(organization)).append("</fieldset>\n");
        }
        return """
                %s
                <form method="post" action="%s">
                <input type="hidden" name="request" value="%s">
                %s
                %s
                </form>
                """.formatted(whose, AUTHORIZE, Html.escape(id), choice, buttons("Share"));
    }

    private static String pick(Organization organization, boolean checked) {
        return """
                <legend><label><input type="radio" name="organization" value="%s"%s> %s</label></legend>
                """.formatted(
                        Html.escape(organization.id()), checked ? " checked" : "", Html.escape(organization.name()));
    }

    private String accounts(Organization organization) {
        StringBuilder accounts = new StringBuilder();
        for (AccountView account : offered(organization)) {
            accounts.append("""
                    <label><input type="checkbox" name="account" value="%s" checked>
                    <div>%s<span>%s %s, %s</span></div></label>
                    """.formatted(
                            Html.escape(account.id()),
                            Html.escape(account.description()),
                            Html.escape(account.reference()),
                            Html.escape(account.currency()),
                            Html.escape(account.institution().name())));
        }
        return accounts.toString();
    }

    private static String buttons(String accept) {
        return """
                <div class="buttons">
                <button type="submit" name="decision" value="accept">%s</button>
                <button type="submit" name="decision" value="refuse">Refuse</button>
                </div>""".formatted(accept);
    }

    private Answer decide(Request request) {
        String decision = request.form().getOrDefault("decision", "");
        if (!decision.equals(ACCEPT) && !decision.equals(REFUSE)) {
            return Html.error(400, "Choose one of the two buttons.");
        }
        AuthorizationRequest asked = open.remove(request.form().getOrDefault("request", ""));
        if (asked == null) {
            return Html.error(400, ANSWERED);
        }
        if (decision.equals(REFUSE)) {
            return refusal(asked.redirectUri(), asked.state(), "access_denied", "The user refused.");
        }
        Organization organization = Optional.ofNullable(request.form().get("organization"))
                .flatMap(bank::organization)
                .orElse(bank.organization());
        List<String> chosen = bank.linking(chosen(request, organization));
        Set<String> shared = new LinkedHashSet<>(stillReadable(organization));
        shared.addAll(chosen);
        String code = grants.consent(organization.id(), shared, asked);
        bank.authorize(chosen);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        parameters.put("scope", String.join(" ", asked.scopes()));
        parameters.put("state", asked.state());
        return Html.secured(Answer.seeOther(with(asked.redirectUri(), parameters)));
    }

    /** Deprecated accounts stay what they are: the user cannot choose them any more. */
    private Set<String> stillReadable(Organization organization) {
        Set<String> readable = new LinkedHashSet<>();
        bank.accounts().stream()
                .filter(AccountView::deprecated)
                .map(AccountView::id)
                .filter(id -> grants.integration(organization.id())
                        .filter(known -> known.accountIds().contains(id))
                        .isPresent())
                .forEach(readable::add);
        return readable;
    }

    private List<AccountView> offered(Organization organization) {
        return bank.accounts().stream()
                .filter(account -> account.organization().equals(organization.id()) && !account.deprecated())
                .toList();
    }

    private Set<String> chosen(Request request, Organization organization) {
        Set<String> chosen = new LinkedHashSet<>(request.formValues("account"));
        Set<String> known = new LinkedHashSet<>();
        offered(organization).forEach(account -> known.add(account.id()));
        known.retainAll(chosen);
        return known;
    }

    private static Answer refusal(String redirectUri, String state, String error, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        parameters.put("error_description", description);
        if (!state.isEmpty()) {
            parameters.put("state", state);
        }
        return Html.secured(Answer.seeOther(with(redirectUri, parameters)));
    }

    private static String with(String uri, Map<String, String> parameters) {
        StringBuilder whole = new StringBuilder(uri);
        parameters.forEach((name, value) -> whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return whole.toString();
    }

    // ---- reauthorization

    private Answer askAgain(Request request) {
        Optional<Reauthorization> asked = reauthorizations.find(request.variable("request"));
        Optional<AccountView> account = asked.flatMap(known -> bank.account(known.accountId()));
        return account.map(known -> Html.page(200, "Renew the authorization", renewal(request, known)))
                .orElseGet(() -> Html.error(404, ANSWERED));
    }

    private static String renewal(Request request, AccountView account) {
        return """
                <p>%s asks for your consent once more: Ponto may read this account for another 180 days.</p>
                <p><strong>%s</strong><br>%s %s</p>
                <form method="post" action="%s">
                %s
                </form>
                """.formatted(
                        Html.escape(account.institution().name()),
                        Html.escape(account.description()),
                        Html.escape(account.reference()),
                        Html.escape(account.currency()),
                        Html.escape(request.path()),
                        buttons("Renew"));
    }

    private Answer decideAgain(Request request) {
        String decision = request.form().getOrDefault("decision", "");
        if (!decision.equals(ACCEPT) && !decision.equals(REFUSE)) {
            return Html.error(400, "Choose one of the two buttons.");
        }
        Optional<Reauthorization> asked = reauthorizations.close(request.variable("request"));
        if (asked.isEmpty()) {
            return Html.error(404, ANSWERED);
        }
        if (decision.equals(REFUSE)) {
            return refusal(asked.get().redirectUri(), "", "access_denied", "The user refused.");
        }
        bank.authorize(Set.of(asked.get().accountId()));
        return Html.secured(Answer.seeOther(asked.get().redirectUri()));
    }
}
