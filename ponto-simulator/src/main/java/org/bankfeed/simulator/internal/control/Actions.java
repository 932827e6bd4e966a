package org.bankfeed.simulator.internal.control;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.FaultPlan;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.Event;
import org.bankfeed.simulator.internal.bank.Organization;
import org.bankfeed.simulator.internal.fault.Dice;
import org.bankfeed.simulator.internal.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** What can be ordered, by name: from the page, over the control API, and from Java. */
final class Actions {

    /** What an action is about. */
    enum About {
        PONTO,
        ACCOUNT,
        BANK,
        WEBHOOKS
    }

    /** @param sentence for the button */
    record Action(About about, String sentence, Act act) {}

    /** Throws {@code IllegalArgumentException} in one sentence if the parameters are wrong. */
    @FunctionalInterface
    interface Act {
        void with(Map<String, String> parameters);
    }

    private static final String FIVE_DECIMALS = "12.34567";

    private final Map<String, Action> all = new LinkedHashMap<>();
    private final Bank bank;
    private final Dice dice;
    private final Deeds deeds;
    private final Webhooks webhooks;

    Actions(Bank bank, Dice dice, Deeds deeds, Webhooks webhooks) {
        this.bank = bank;
        this.dice = dice;
        this.deeds = deeds;
        this.webhooks = webhooks;
        ponto();
        accounts();
        banks();
        webhooks();
    }

    Map<String, Action> all() {
        return all;
    }

    /** @throws IllegalArgumentException in one sentence */
    void run(String name, Map<String, String> parameters) {
        Action action = all.get(name);
        if (action == null) {
            throw new IllegalArgumentException("There is no action '" + name + "'.");
        }
        action.act().with(parameters);
    }

    private void ponto() {
        add(About.PONTO, "block", "Ponto blocks the organization", with -> deeds.block(organization(with), true));
        add(About.PONTO, "unblock", "Ponto unblocks the organization", with -> deeds.block(organization(with), false));
        add(
                About.PONTO,
                "onboarding-incomplete",
                "The organization's onboarding is not complete",
                with -> deeds.onboard(organization(with), false));
        add(
                About.PONTO,
                "onboarding-complete",
                "The organization's onboarding is complete",
                with -> deeds.onboard(organization(with), true));
        add(About.PONTO, "revoke", "The user ends the integration at Ponto", with -> deeds.revoke(organization(with)));
        add(About.PONTO, "new-ids", "The next linking gives accounts and lines new ids", with -> deeds.newIds());
        add(About.PONTO, "order", "Order a fault for the next time it can happen", this::order);
        add(About.PONTO, "plan", "Follow another fault plan", this::plan);
    }

    private void accounts() {
        add(About.ACCOUNT, "synchronize", "Ponto asks the bank now", with -> deeds.run(account(with)));
        add(About.ACCOUNT, "lapse", "The consent lapses now", with -> deeds.lapse(account(with)));
        add(
                About.ACCOUNT,
                "remove-account",
                "The user takes it out of the integration",
                with -> deeds.remove(account(with)));
        add(
                About.ACCOUNT,
                "add-account",
                "The user adds it to the integration again",
                with -> deeds.add(account(with)));
        add(
                About.ACCOUNT,
                "deprecate",
                "Ponto replaces its connection to the bank",
                with -> deeds.deprecate(account(with)));
        add(About.ACCOUNT, "late-line", "The bank books a line late", with -> deeds.lateLine(account(with), random()));
        add(
                About.ACCOUNT,
                "twin-line",
                "The bank books a line of equal content again",
                with -> deeds.twinLine(account(with), random()));
        add(
                About.ACCOUNT,
                "changed-line",
                "The bank changes a line's text",
                with -> deeds.changedLine(account(with), line(with), random()));
        add(
                About.ACCOUNT,
                "changed-amount",
                "The bank changes a line's amount",
                with -> deeds.changedAmount(account(with), line(with), random()));
        add(
                About.ACCOUNT,
                "odd-line",
                "The bank books a line of this amount and currency",
                with -> deeds.oddLine(account(with), amount(with), currency(with), random()));
        add(
                About.ACCOUNT,
                "close-payment-request",
                "A customer answers a payment request",
                with -> deeds.closePaymentRequest(account(with), random()));
    }

    private void banks() {
        add(About.BANK, "maintenance", "Maintenance at the bank", with -> maintain(with, false));
        add(
                About.BANK,
                "internal-maintenance",
                "Ponto works on its connection to the bank",
                with -> maintain(with, true));
        add(
                About.BANK,
                "bank-fails",
                "The bank answers Ponto with errors",
                with -> deeds.fail(bankId(with), hours(with)));
        add(
                About.BANK,
                "maintenance-ends",
                "Maintenance ends now",
                with -> deeds.maintain(bankId(with), false, Duration.ZERO));
    }

    private void webhooks() {
        add(About.WEBHOOKS, "webhook-url", "Deliver webhooks there", this::deliverTo);
        add(About.WEBHOOKS, "webhook-event", "Send an event of any type", this::send);
        add(About.WEBHOOKS, "rotate-keys", "A new key signs, the old one stays published", with -> deeds.rotateKeys());
        add(About.WEBHOOKS, "drop-old-keys", "Publish the newest key only", with -> deeds.dropOldKeys());
        add(
                About.WEBHOOKS,
                "skew",
                "Set the signing clock off by some seconds",
                with -> deeds.skew(Duration.ofSeconds(whole(with, "seconds"))));
    }

    private void add(About about, String name, String sentence, Act act) {
        all.put(name, new Action(about, sentence, act));
    }

    private void order(Map<String, String> with) {
        String word = required(with, "fault");
        Fault fault =
                Fault.of(word).orElseThrow(() -> new IllegalArgumentException("There is no fault '" + word + "'."));
        if (fault.side() == Fault.Side.WORLD || fault.side() == Fault.Side.LINE) {
            throw new IllegalArgumentException(
                    "'" + word + "' cannot be ordered like this: it has an action of its own, or a place in a plan.");
        }
        dice.order(fault);
    }

    private void plan(Map<String, String> with) {
        long seed = with.getOrDefault("seed", "").isBlank() ? dice.plan().seed() : whole(with, "seed");
        dice.follow(FaultPlan.parse(required(with, "plan"), seed));
    }

    private void maintain(Map<String, String> with, boolean byPonto) {
        deeds.maintain(bankId(with), byPonto, hours(with));
    }

    private static Duration hours(Map<String, String> with) {
        long hours = with.getOrDefault("hours", "").isBlank() ? 4 : whole(with, "hours");
        if (hours < 1 || hours > 24 * 30) {
            throw new IllegalArgumentException("hours must be between 1 and 720.");
        }
        return Duration.ofHours(hours);
    }

    private void deliverTo(Map<String, String> with) {
        webhooks.deliverTo(address(with.getOrDefault("url", "")));
    }

    /** Null for an empty text. */
    static @Nullable URI address(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            URI uri = URI.create(text.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new IllegalArgumentException("The webhook address must be an absolute http or https address.");
    }

    private void send(Map<String, String> with) {
        if (webhooks.url() == null) {
            throw new IllegalArgumentException("There is no webhook address; set one first.");
        }
        String account = with.getOrDefault("account", "");
        String type = required(with, "type").replaceFirst("^pontoConnect\\.", "");
        String organization =
                bank.account(account).map(AccountView::organization).orElse(organization(with));
        webhooks.tell(
                account.isBlank()
                        ? Event.ofOrganization(type, organization)
                        : Event.ofAccount(type, organization, account),
                webhooks.now());
    }

    /** The id of the one that is named, or of the first. */
    private String organization(Map<String, String> with) {
        String id = with.getOrDefault("organization", "");
        if (id.isBlank()) {
            return deeds.first();
        }
        return bank.organization(id)
                .map(Organization::id)
                .orElseThrow(() -> new IllegalArgumentException("There is no organization '" + id + "'."));
    }

    /** An account by its id, or by its number at the bank. */
    private String account(Map<String, String> with) {
        String named = required(with, "account");
        return bank.accounts().stream()
                .filter(known -> known.id().equals(named) || known.reference().equals(named) && !known.deprecated())
                .findFirst()
                .map(AccountView::id)
                .orElseThrow(() -> new IllegalArgumentException("There is no account '" + named + "'."));
    }

    /** Null for any. */
    private static @Nullable String line(Map<String, String> with) {
        String id = with.getOrDefault("line", "");
        return id.isBlank() ? null : id.strip();
    }

    /** As it is to be told, digit for digit; five decimals if none is said, which no currency has. */
    private static BigDecimal amount(Map<String, String> with) {
        String amount = with.getOrDefault("amount", "");
        if (!amount.strip().matches("-?\\d{1,30}(\\.\\d{1,30})?|")) {
            throw new IllegalArgumentException("amount must be written in digits with a point, such as -12.34567.");
        }
        return new BigDecimal(amount.isBlank() ? FIVE_DECIMALS : amount.strip());
    }

    /** Any word; null for the account's own. */
    private static @Nullable String currency(Map<String, String> with) {
        String word = with.getOrDefault("currency", "");
        return word.isBlank() ? null : word.strip();
    }

    private String bankId(Map<String, String> with) {
        String id = required(with, "institution");
        if (bank.institutions().stream().noneMatch(bank -> bank.id().equals(id))) {
            throw new IllegalArgumentException("There is no institution '" + id + "'.");
        }
        return id;
    }

    private static String required(Map<String, String> with, String name) {
        String value = with.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("The parameter " + name + " is missing.");
        }
        return value.strip();
    }

    private static long whole(Map<String, String> with, String name) {
        try {
            return Long.parseLong(required(with, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number.", e);
        }
    }

    /** Dice of the plan's seed, other ones at each time. */
    private SplittableRandom random() {
        return dice.seeded("deed " + deeds.done().size());
    }
}
