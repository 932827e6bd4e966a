package org.bankfeed.simulator.internal.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.bank.Event;
import org.bankfeed.simulator.internal.bank.Maintenance;
import org.bankfeed.simulator.internal.bank.Page;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.webhook.WebhookKeys;
import org.bankfeed.simulator.internal.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** What can be done to the world, whether the dice or a person want it; and what was done, for who asks afterwards. */
final class Deeds {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final int RECENT = 60;
    private static final int REMEMBERED = 2000;

    private final Bank bank;
    private final Grants grants;
    private final WebhookKeys keys;
    private final Webhooks webhooks;
    private final List<Deed> done = new ArrayList<>();

    /** Something that was done, in words. */
    record Deed(Instant at, String what) {}

    Deeds(Bank bank, Grants grants, WebhookKeys keys, Webhooks webhooks) {
        this.bank = bank;
        this.grants = grants;
        this.keys = keys;
        this.webhooks = webhooks;
    }

    List<Deed> done() {
        synchronized (done) {
            return List.copyOf(done);
        }
    }

    private void note(String what) {
        synchronized (done) {
            done.add(new Deed(bank.now(), what));
            if (done.size() > REMEMBERED) {
                done.remove(0);
            }
        }
    }

    /** What a plan said of a day could not be done. */
    void failed(String act, String why) {
        note("not done: " + act + ": " + why);
    }

    /** The id of the organization that is meant where none is named. */
    String first() {
        return bank.organization().id();
    }

    /** The first organization's accounts that the application may see and Ponto still keeps. */
    List<AccountView> shared() {
        return bank.accounts().stream()
                .filter(account -> !account.deprecated() && grants.isShared(account.id()))
                .filter(account -> account.organization().equals(first()))
                .toList();
    }

    // ---- organizations and their integrations

    void block(String organization, boolean block) {
        bank.block(organization, block);
        note((block ? "blocked" : "unblocked") + " organization " + organization);
    }

    void onboard(String organization, boolean complete) {
        bank.onboard(organization, complete);
        note("the onboarding of organization " + organization + " is " + (complete ? "complete" : "not complete"));
    }

    void revoke(String organization) {
        grants.end(organization);
        note("the user ended the integration of organization " + organization);
    }

    void newIds() {
        bank.giveNewIdsAtNextLinking();
        note("the next linking gives new ids");
    }

    void remove(String account) {
        grants.unshare(account);
        note("the user took account " + account + " out of the integration");
    }

    /** Adds an account again if there is an integration and the account is still known by this id. */
    void add(String account) {
        Optional<String> owner = bank.account(account).map(AccountView::organization);
        if (owner.flatMap(grants::integration).isEmpty()) {
            return;
        }
        String id = bank.linking(List.of(account)).get(0);
        grants.share(owner.get(), id);
        bank.authorize(List.of(id));
        note("the user added account " + id);
    }

    // ---- accounts and banks

    void lapse(String account) {
        bank.lapse(account);
        note("the consent of account " + account + " lapsed");
    }

    void deprecate(String account) {
        String next = bank.deprecate(account);
        note("account " + account + " is deprecated; " + next + " takes its place");
    }

    void maintain(String institution, boolean byPonto, Duration time) {
        Instant now = bank.now();
        Maintenance.Kind kind = byPonto ? Maintenance.Kind.internal : Maintenance.Kind.financialInstitution;
        bank.maintain(institution, new Maintenance(kind, now, now.plus(time)));
        note("maintenance (" + kind + ") at bank " + institution + " for " + time.toHours() + " hours");
    }

    void fail(String institution, Duration time) {
        bank.fail(institution, bank.now().plus(time));
        note("bank " + institution + " fails for " + time.toHours() + " hours");
    }

    void run(String account) {
        bank.runNow(account);
    }

    // ---- lines

    void lateLine(String account, SplittableRandom random) {
        LocalDate day = today().minusDays(3 + random.nextInt(40));
        Map<String, String> texts = texts("Late Payer NV", "booked late " + random.nextInt(1_000_000));
        BigDecimal amount = BigDecimal.valueOf(100 + random.nextInt(500_000), 2);
        enter(account, day, amount, view(account).currency(), texts, random);
        note("account " + account + " has a late line of " + day);
    }

    /**
     * A line that may be none that anybody can read.
     *
     * @param currency null for the account's
     */
    void oddLine(String account, BigDecimal amount, @Nullable String currency, SplittableRandom random) {
        String in = currency == null ? view(account).currency() : currency;
        enter(account, today(), amount, in, texts("Odd Payer NV", "odd " + random.nextInt(1_000_000)), random);
        note("account " + account + " has a line of " + amount.toPlainString() + " " + in);
    }

    private LocalDate today() {
        return bank.now().atZone(ZONE).toLocalDate();
    }

    private static Map<String, String> texts(String payer, String remittance) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("counterpartName", payer);
        texts.put("counterpartReference", "BE71096123456769");
        texts.put("remittanceInformation", remittance);
        texts.put("remittanceInformationType", "unstructured");
        return texts;
    }

    private void enter(
            String account,
            LocalDate day,
            BigDecimal amount,
            String currency,
            Map<String, String> texts,
            SplittableRandom random) {
        Instant now = bank.now();
        bank.enter(account, new BankLine(id(random), day, day, amount, currency, texts, null, now, now));
    }

    void twinLine(String account, SplittableRandom random) {
        pick(account, random).ifPresent(line -> {
            bank.enter(account, line.twin(id(random)));
            note("account " + account + " has a second line like " + line.id());
        });
    }

    /** @param line which one; null for one of the newest */
    void changedLine(String account, @Nullable String line, SplittableRandom random) {
        pick(account, line, random).ifPresent(picked -> {
            bank.change(account, picked.id(), Map.of("description", "changed " + random.nextInt(1_000_000)));
            note("account " + account + " has a changed line " + picked.id());
        });
    }

    /** The same direction, another sum: so that nobody can take it for a rounding. */
    void changedAmount(String account, @Nullable String line, SplittableRandom random) {
        pick(account, line, random).ifPresent(picked -> {
            BigDecimal more = BigDecimal.valueOf(100 + random.nextInt(10_000), 2);
            BigDecimal now = picked.amount().signum() < 0
                    ? picked.amount().subtract(more)
                    : picked.amount().add(more);
            bank.change(account, picked.id(), Map.of(BankLine.AMOUNT, now.toPlainString()));
            note("account " + account + " has a line of another amount " + picked.id());
        });
    }

    private Optional<BankLine> pick(String account, @Nullable String line, SplittableRandom random) {
        if (line == null) {
            return pick(account, random);
        }
        return Optional.of(bank.line(account, line)
                .orElseThrow(() -> new IllegalArgumentException("There is no line '" + line + "'.")));
    }

    private Optional<BankLine> pick(String account, SplittableRandom random) {
        List<BankLine> recent =
                bank.lines(account, new Page.Wish(RECENT, null, null)).items();
        return recent.isEmpty() ? Optional.empty() : Optional.of(recent.get(random.nextInt(recent.size())));
    }

    private AccountView view(String account) {
        return bank.account(account).orElseThrow(() -> new IllegalArgumentException("There is no account " + account));
    }

    private static String id(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Of a request that was made in the dashboard: none can be made here. */
    void closePaymentRequest(String account, SplittableRandom random) {
        String request = id(random);
        webhooks.tell(Event.ofPaymentRequest(view(account).organization(), account, request), bank.now());
        note("payment request " + request + " of account " + account + " is closed");
    }

    // ---- webhooks

    void rotateKeys() {
        if (webhooks.url() != null) { // making a key takes time: only for who uses it
            keys.rotate();
            note("a new webhook key signs");
        }
    }

    void dropOldKeys() {
        if (webhooks.url() != null) {
            keys.dropOld();
            note("the old webhook key is gone");
        }
    }

    void skew(Duration offset) {
        webhooks.skew(offset);
        note("the server's clock is off by " + offset.toSeconds() + " s");
    }
}
