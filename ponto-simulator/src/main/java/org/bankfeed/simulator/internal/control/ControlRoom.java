package org.bankfeed.simulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.Truth;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.bank.Event;
import org.bankfeed.simulator.internal.bank.Organization;
import org.bankfeed.simulator.internal.bank.Synchronization;
import org.bankfeed.simulator.internal.fault.Dice;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.oauth.Integration;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.webhook.WebhookKeys;
import org.bankfeed.simulator.internal.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** Where the world is watched and disturbed. Safe for use by many threads. */
public final class ControlRoom {

    private static final int DEEDS_SHOWN = 40;

    private final Bank bank;
    private final Grants grants;
    private final Dice dice;
    private final WebhookKeys keys;
    private final Webhooks webhooks;
    private final Deeds deeds;
    private final Actions actions;

    public ControlRoom(Bank bank, Grants grants, Dice dice, WebhookKeys keys, Webhooks webhooks) {
        this.bank = bank;
        this.grants = grants;
        this.dice = dice;
        this.keys = keys;
        this.webhooks = webhooks;
        this.deeds = new Deeds(bank, grants, keys, webhooks);
        this.actions = new Actions(bank, dice, deeds, webhooks);
        bank.follow(new WorldFaults(dice, deeds, actions, bank.now()));
        bank.tell(this::tell);
        grants.tell(this::tell);
    }

    /** Of accounts, only what is shared is told. */
    private void tell(Event event) {
        String account = event.account();
        boolean visible = account == null || event.type().startsWith("integration.") || grants.isShared(account);
        if (visible) {
            webhooks.tell(event, bank.now());
        }
    }

    /**
     * Makes something happen now.
     *
     * @throws IllegalArgumentException in one sentence if there is no such action, or a parameter is wrong
     */
    public void act(String action, Map<String, String> parameters) {
        bank.settleNow();
        actions.run(action, parameters);
    }

    Actions actions() {
        return actions;
    }

    Dice dice() {
        return dice;
    }

    Bank bank() {
        return bank;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    /** What was done to the world, oldest first. */
    List<Deeds.Deed> deeds() {
        List<Deeds.Deed> all = deeds.done();
        return all.subList(Math.max(0, all.size() - DEEDS_SHOWN), all.size());
    }

    /** All that was done, in words with its moment. */
    public List<String> log() {
        return deeds.done().stream().map(deed -> deed.at() + " " + deed.what()).toList();
    }

    /** Everything that was due until now has happened when this returns. */
    public void settle() {
        bank.settleNow();
    }

    /** What the banks have told of each linked account. */
    public Map<AccountView, List<BankLine>> booked() {
        return bank.booked();
    }

    boolean isShared(AccountView account) {
        return grants.isShared(account.id());
    }

    /** How the world stands, once everything that was due has happened. */
    public Truth truth() {
        bank.settleNow();
        return new Truth(
                bank.now(),
                bank.organizations().stream().map(this::truth).toList(),
                bank.accounts().stream().map(this::truth).toList());
    }

    private Truth.Organization truth(Organization organization) {
        String id = organization.id();
        boolean linked = grants.integration(id).isPresent();
        return new Truth.Organization(id, organization.name(), linked, bank.isBlocked(id), bank.isOnboarded(id));
    }

    private Truth.Account truth(AccountView account) {
        return new Truth.Account(
                account.id(),
                account.organization(),
                account.reference(),
                account.currency(),
                isShared(account),
                account.deprecated(),
                account.isReadOnly(),
                account.detailsAt(),
                account.expiresAt(),
                last(account.lastTransactions()));
    }

    private static Truth.Outcome last(@Nullable Synchronization last) {
        if (last == null) {
            return Truth.Outcome.NONE;
        }
        Synchronization.Failure failure = last.failure();
        if (failure == null) {
            return Truth.Outcome.SUCCESS;
        }
        return failure == Synchronization.Failure.BANK ? Truth.Outcome.BANK : Truth.Outcome.CONSENT;
    }

    /** The id under which a bank first told a line. */
    public String origin(String line) {
        return bank.origin(line);
    }

    /** How often each fault has happened; those that have not are left out. */
    public Map<Fault, Integer> happened() {
        Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (dice.happened(fault) > 0) {
                happened.put(fault, dice.happened(fault));
            }
        }
        return happened;
    }

    /** Whether the newest access token was used. */
    public boolean newestTokenIsUsed() {
        return grants.newestIsUsed();
    }

    /** Makes the deliveries of webhooks that are due, where they wait to be called. */
    public void deliver() {
        bank.settleNow();
        webhooks.deliver();
    }

    /** Everything, as the control API gives it. */
    public ObjectNode state() {
        ObjectNode state = Json.object().put("now", bank.now().toString());
        organization(state, bank.organization());
        ArrayNode others = state.putArray("otherOrganizations");
        bank.organizations().stream().skip(1).forEach(other -> organization(others.addObject(), other));
        state.put("newIdsAtNextLinking", bank.newIdsAtNextLinking());
        faults(state.putObject("faults"));
        webhooks(state.putObject("webhooks"));
        ArrayNode accounts = state.putArray("accounts");
        bank.accounts().forEach(account -> account(accounts.addObject(), account));
        ArrayNode done = state.putArray("deeds");
        deeds().forEach(deed -> done.addObject().put("at", deed.at().toString()).put("what", deed.what()));
        return state;
    }

    private void organization(ObjectNode node, Organization organization) {
        String id = organization.id();
        node.put("organization", id);
        node.put("organizationName", organization.name());
        node.put("blocked", bank.isBlocked(id));
        node.put("onboardingComplete", bank.isOnboarded(id));
        node.put("integration", grants.integration(id).map(Integration::id).orElse(null));
    }

    private void faults(ObjectNode node) {
        node.put("seed", dice.plan().seed()).put("plan", dice.plan().text());
        ObjectNode ordered = node.putObject("ordered");
        ObjectNode happened = node.putObject("happened");
        for (Fault fault : Fault.values()) {
            if (dice.ordered(fault) > 0) {
                ordered.put(fault.word(), dice.ordered(fault));
            }
            if (dice.happened(fault) > 0) {
                happened.put(fault.word(), dice.happened(fault));
            }
        }
    }

    private void webhooks(ObjectNode node) {
        URI url = webhooks.url();
        node.put("url", url == null ? null : url.toString());
        ArrayNode ids = node.putArray("keys");
        keys.ids().forEach(ids::add);
        ArrayNode deliveries = node.putArray("deliveries");
        webhooks.log().forEach(delivery -> deliveries
                .addObject()
                .put("type", delivery.type())
                .put("id", delivery.id())
                .put("attempts", delivery.attempts())
                .put("outcome", delivery.outcome()));
    }

    private void account(ObjectNode node, AccountView account) {
        node.put("id", account.id())
                .put("organization", account.organization())
                .put("reference", account.reference())
                .put("currency", account.currency())
                .put("description", account.description())
                .put("institution", account.institution().id())
                .put("institutionName", account.institution().name())
                .put("shared", isShared(account))
                .put("deprecated", account.deprecated())
                .put("readOnly", account.isReadOnly())
                .put("authorizedAt", text(account.authorizedAt()))
                .put("authorizationEnds", text(account.expiresAt()))
                .put("lastSynchronization", outcome(account));
    }

    private static @Nullable String outcome(AccountView account) {
        var last = account.lastTransactions();
        return last == null ? null : last.status().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : Objects.toString(moment);
    }
}
