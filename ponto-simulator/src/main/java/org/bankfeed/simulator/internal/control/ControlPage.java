package org.bankfeed.simulator.internal.control;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Organization;
import org.bankfeed.simulator.internal.control.Actions.About;
import org.bankfeed.simulator.internal.oauth.Html;
import org.bankfeed.simulator.internal.web.Answer;
import org.jspecify.annotations.Nullable;

/** A page of buttons: what can go wrong, in plain words, and how the world stands. It needs no script. */
final class ControlPage {

    private static final List<String> WITH_FIELDS =
            List.of("order", "plan", "webhook-url", "webhook-event", "skew", "odd-line");

    private final ControlRoom room;

    ControlPage(ControlRoom room) {
        this.room = room;
    }

    /** @param said a sentence on top, or empty */
    Answer show(String said) {
        String body = (said.isEmpty() ? "" : "<p class=\"said\" role=\"alert\">" + Html.escape(said) + "</p>")
                + "<div class=\"panel\">" + calls() + ponto() + webhooks() + accounts() + banks() + happened()
                + "</div>";
        return Html.page(said.isEmpty() ? 200 : 400, "Control of the Ponto simulator", body);
    }

    private String calls() {
        StringBuilder section = new StringBuilder("<section><h2>The next call</h2>");
        for (Fault fault : Fault.values()) {
            if (fault.side() == Fault.Side.CALL) {
                section.append(order(fault));
            }
        }
        return section.append("</section>").toString();
    }

    private String order(Fault fault) {
        int ordered = room.dice().ordered(fault);
        return form("order", fault.sentence(), hidden("fault", fault.word()))
                + (ordered == 0 ? "" : "<p>ordered: " + ordered + "</p>");
    }

    private String ponto() {
        StringBuilder section = new StringBuilder("<section><h2>Ponto</h2>");
        section.append("<p>The world's time is ").append(room.bank().now()).append(".</p>");
        for (Organization organization : room.bank().organizations()) {
            section.append("<p>")
                    .append(Html.escape(organization.name() + " (" + organization.id() + ")"))
                    .append(
                            room.bank().isBlocked(organization.id())
                                    ? " <strong>The organization is blocked.</strong>"
                                    : "")
                    .append(
                            room.bank().isOnboarded(organization.id())
                                    ? ""
                                    : " <strong>Its onboarding is not complete.</strong>")
                    .append("</p>");
        }
        section.append(
                room.bank().newIdsAtNextLinking() ? "<p><strong>The next linking gives new ids.</strong></p>" : "");
        section.append(buttons(About.PONTO, ""));
        section.append("<h3>Fault plan</h3>")
                .append(form(
                        "plan",
                        "Follow this plan",
                        field("plan", "Plan", room.dice().plan().text())
                                + field(
                                        "seed",
                                        "Seed",
                                        Long.toString(room.dice().plan().seed()))));
        return section.append("</section>").toString();
    }

    private String webhooks() {
        URI url = room.webhooks().url();
        StringBuilder section = new StringBuilder("<section><h2>Webhooks</h2>");
        section.append(
                form("webhook-url", "Deliver there", field("url", "Address", url == null ? "" : url.toString())));
        for (Fault fault : Fault.values()) {
            if (fault.side() == Fault.Side.WEBHOOK) {
                section.append(order(fault));
            }
        }
        section.append(buttons(About.WEBHOOKS, ""));
        section.append(form("skew", "Set the signing clock off", field("seconds", "Seconds", "0")));
        section.append(form("webhook-event", "Send this event", field("type", "Type", "organization.blocked")));
        section.append("<ul>");
        room.webhooks().log().forEach(delivery -> section.append("<li>")
                .append(Html.escape(delivery.type() + ": " + delivery.outcome()))
                .append("</li>"));
        return section.append("</ul></section>").toString();
    }

    private String accounts() {
        StringBuilder section = new StringBuilder();
        for (AccountView account : room.bank().accounts()) {
            section.append("<section><h2>")
                    .append(Html.escape(account.description()))
                    .append("</h2><p>")
                    .append(Html.escape(account.reference() + " " + account.currency() + ", "
                            + account.institution().name()))
                    .append("</p><p>")
                    .append(Html.escape(state(account)))
                    .append("</p>")
                    .append(buttons(About.ACCOUNT, hidden("account", account.id())))
                    .append(oddLine(account))
                    .append("</section>");
        }
        return section.toString();
    }

    private static String oddLine(AccountView account) {
        return form(
                "odd-line",
                "The bank books such a line",
                hidden("account", account.id())
                        + field("amount", "Amount", "12.34567")
                        + field("currency", "Currency", account.currency()));
    }

    private String state(AccountView account) {
        String shared = room.isShared(account) ? "Shared" : "Not shared";
        String ends = account.expiresAt() == null ? "never authorized" : "authorized until " + account.expiresAt();
        return shared + ", " + ends + (account.deprecated() ? ", deprecated" : "")
                + (account.isReadOnly() ? ", read-only" : "") + ".";
    }

    private String banks() {
        StringBuilder section = new StringBuilder("<section><h2>Banks</h2>");
        Map<String, String> names = new LinkedHashMap<>();
        Collection<AccountView> accounts = room.bank().accounts();
        accounts.forEach(account ->
                names.put(account.institution().id(), account.institution().name()));
        names.forEach((id, name) -> section.append("<h3>")
                .append(Html.escape(name))
                .append("</h3>")
                .append(buttons(About.BANK, hidden("institution", id))));
        return section.append("</section>").toString();
    }

    private String happened() {
        StringBuilder section = new StringBuilder("<section><h2>What happened</h2><ul>");
        List<Deeds.Deed> deeds = room.deeds();
        for (int i = deeds.size() - 1; i >= 0; i--) {
            section.append("<li>")
                    .append(Html.escape(deeds.get(i).at() + " " + deeds.get(i).what()))
                    .append("</li>");
        }
        for (Fault fault : Fault.values()) {
            int times = room.dice().happened(fault);
            if (times > 0) {
                section.append("<li>")
                        .append(fault.word())
                        .append(": ")
                        .append(times)
                        .append("</li>");
            }
        }
        return section.append("</ul></section>").toString();
    }

    private String buttons(About about, String fields) {
        StringBuilder buttons = new StringBuilder();
        room.actions().all().forEach((name, action) -> {
            if (action.about() == about && !WITH_FIELDS.contains(name)) {
                buttons.append(form(name, action.sentence(), fields));
            }
        });
        return buttons.toString();
    }

    private static String form(String action, String label, @Nullable String fields) {
        return "<form method=\"post\" action=\"" + ControlSite.PAGE + "\">" + hidden("action", action)
                + (fields == null ? "" : fields) + "<button type=\"submit\">" + Html.escape(label)
                + "</button></form>\n";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Html.escape(value) + "\">";
    }

    private static String field(String name, String label, String value) {
        return "<label>" + label + " <input name=\"" + name + "\" value=\"" + Html.escape(value) + "\"></label>";
    }
}
