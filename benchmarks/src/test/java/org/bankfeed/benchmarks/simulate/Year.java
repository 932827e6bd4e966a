package org.bankfeed.benchmarks.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.journal.internal.StoreBankJournal;
import org.bankfeed.simulator.BookedLine;
import org.bankfeed.simulator.FaultPlan;
import org.bankfeed.simulator.PontoSimulator;
import org.bankfeed.simulator.SimulatorException;
import org.bankfeed.simulator.SimulatorOptions;
import org.bankfeed.store.testing.TestStore;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/**
 * One year of a company's link: read after one or all of Ponto's windows a day, and tended by a person who is not always quick. It
 * notes what was not as it should be.
 */
final class Year implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final List<LocalTime> WINDOWS =
            List.of(LocalTime.of(2, 20), LocalTime.of(8, 20), LocalTime.of(14, 20), LocalTime.of(20, 20));
    private static final URI BACK = URI.create(SimulatorOptions.DEFAULT_REDIRECT_URI);
    private static final Duration SYNCHRONIZATION = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final long seed;
    private final int days;
    private final YearClock clock;
    private final PontoSimulator simulator;
    private final BankFeed feed;
    private final StoreBankJournal journal;
    private final Caller person;
    private final Caller job;
    private final SplittableRandom mood;
    private final PontoUser user = new PontoUser();
    private final LocalDate first;
    private final Set<String> failures = new LinkedHashSet<>();
    private final Map<String, Instant> announced = new HashMap<>();
    private final Set<String> lapsesSeen = new HashSet<>();
    private boolean refreshMayBeLost;
    private int lostRefreshes;
    private int reads;
    private int relinks;
    private int renewals;

    /** What a year came to. */
    record Report(
            List<String> failures, int reads, int relinks, int renewals, int lines, Map<String, Integer> faults) {}

    Year(long seed, int days, FaultPlan plan, Path folder, TestStore store) throws SimulatorException {
        this.seed = seed;
        this.days = days;
        this.first = LocalDate.now(ZONE); // certificates are valid from now on
        this.clock = new YearClock(first.atTime(12, 0).atZone(ZONE).toInstant());
        this.mood = new SplittableRandom(seed * 7 + 3);
        this.simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withState(folder)
                .withHistory(Company.life(seed, first, days + 30))
                .withClock(clock)
                .withRealClock(clock)
                .withSynchronizations(SYNCHRONIZATION, WINDOW)
                .withFaults(plan.withSeed(seed)));
        this.feed = PontoOnClock.feed(folder.resolve(PontoSimulator.CLIENT_FILE), clock, seed);
        this.journal = new StoreBankJournal(store.store(), store.vault(), clock);
        journal.bindFeed(feed, Map.of(BankFeed.NAME, feed.name()));
        CompanyId company = new CompanyId("seed" + seed);
        this.person =
                new Caller(company, "anna", Set.of(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR), Channel.SHELL);
        this.job = Caller.job(company, "year");
    }

    Report live() throws IOException, InterruptedException {
        link();
        for (int day = 1; day <= days; day++) {
            for (LocalTime window : windows(day)) {
                clock.until(first.plusDays(day).atTime(window).atZone(ZONE).toInstant());
                read();
            }
            tend(false);
        }
        settleDown();
        int lines = compare();
        return new Report(List.copyOf(failures), reads, relinks, renewals, lines, faults());
    }

    /** Of most days one window is enough, another each day: a read costs time, and finds what came in all before it. */
    private List<LocalTime> windows(int day) {
        return day % 10 == 0 ? WINDOWS : List.of(WINDOWS.get(mood.nextInt(WINDOWS.size())));
    }

    private void fail(String sentence) {
        failures.add(clock.instant().atZone(ZONE).toLocalDate() + " " + sentence);
    }

    // ---- what we do

    private SyncReceipt read() throws IOException {
        int before = callFaults();
        SyncReceipt receipt = journal.synchronize(job);
        reads++;
        boolean undisturbed = callFaults() == before;
        note(journal.notices(person));
        if (undisturbed) {
            check(receipt);
        }
        return receipt;
    }

    /** The person looks once a day, and does what the notices say: at once, or some days later. */
    private void tend(boolean atOnce) throws IOException, InterruptedException {
        if (broken()) {
            if (atOnce || mood.nextInt(3) > 0) {
                link();
            }
            return;
        }
        for (Notice notice : journal.notices(person)) {
            boolean quick = atOnce || mood.nextInt(9) == 0;
            AccountId account = notice.account();
            if (quick && account != null && isAboutConsent(notice.kind())) {
                renew(account);
            } else if (quick && notice.kind() == Kind.ACCOUNT_DEPRECATED) {
                link();
                return;
            } else if (notice.kind() == Kind.NO_ACCOUNTS && mood.nextInt(6) == 0) {
                link();
                return;
            }
        }
    }

    private static boolean isAboutConsent(Kind kind) {
        return kind == Kind.AUTHORIZATION_ENDS || kind == Kind.AUTHORIZATION_ENDED;
    }

    private boolean broken() {
        List<Connection> all = journal.connections(person);
        return all.stream().noneMatch(connection -> connection.state() == Connection.State.CONNECTED);
    }

    private void link() throws IOException, InterruptedException {
        try {
            ConnectStep step = journal.connect(person, feed.name(), BACK, Locale.ENGLISH);
            if (step instanceof ConnectStep.Visit visit) {
                journal.returned(person, user.share(visit.page()));
                relinks++;
                refreshMayBeLost = false;
                lostRefreshes = happened("lostRefresh");
            }
        } catch (JournalException e) {
            // a fault met it: he tries again another day
        }
    }

    private void renew(AccountId account) throws IOException, InterruptedException {
        try {
            user.renew(journal.renew(person, account, BACK));
            renewals++;
        } catch (JournalException e) {
            // a fault met it: he tries again another day
        }
    }

    // ---- what must be true

    /** Which consents were announced to end, by account. */
    private void note(List<Notice> notices) {
        for (Notice notice : notices) {
            if (notice.kind() == Kind.AUTHORIZATION_ENDS && notice.account() != null) {
                announced.put(number(notice.account()), clock.instant());
            }
        }
    }

    private void check(SyncReceipt receipt) throws IOException {
        JsonNode truth = truth();
        Connection link = latest();
        boolean blocked = truth.path("blocked").asBoolean();
        boolean revoked = truth.path("integration").isNull();
        boolean shownBroken = link == null || link.state() != Connection.State.CONNECTED;
        if (happened("lostRefresh") > lostRefreshes) {
            refreshMayBeLost = true;
        }
        if ((blocked || revoked) && !shownBroken && receipt.problems().isEmpty()) {
            fail((blocked ? "the organization is blocked" : "the integration was ended")
                    + ", and the link is shown as connected");
        }
        if (shownBroken && !blocked && !revoked && !refreshMayBeLost && !endedSinceLinked) {
            fail("the link is shown as broken, and nothing is wrong with it: " + problem(link));
        }
        endedSinceLinked = shownBroken && (endedSinceLinked || blocked || revoked || refreshMayBeLost);
        if (!shownBroken && !blocked && !revoked) {
            for (JsonNode account : truth.path("accounts")) {
                checkAccount(account);
            }
        }
    }

    /** A link that was refused rightly stays broken until somebody links anew. */
    private boolean endedSinceLinked;

    private void checkAccount(JsonNode truth) {
        String number = truth.path("reference").asText();
        if (truth.path("deprecated").asBoolean() || hasSuccessor(truth)) {
            return; // what is shown of it is that of its successor
        }
        Set<Kind> kinds = new HashSet<>();
        for (Notice notice : journal.notices(person)) {
            AccountId account = notice.account();
            if (account == null || number(account).equals(number)) {
                kinds.add(notice.kind());
            }
        }
        boolean known = journal.accounts(person).stream()
                .anyMatch(account -> account.reference().value().equals(number));
        if (!known) {
            return;
        }
        boolean shared = truth.path("shared").asBoolean();
        boolean saidNotShared = kinds.contains(Kind.ACCOUNT_NOT_SHARED) || kinds.contains(Kind.NO_ACCOUNTS);
        if (shared == saidNotShared) {
            fail("account " + end(number)
                    + (shared ? " is shared, and shown as not shared" : " is not shared, and not shown so"));
        }
        if (!shared) {
            return;
        }
        boolean readOnly = truth.path("readOnly").asBoolean();
        if (readOnly != kinds.contains(Kind.READ_ONLY)) {
            fail("account " + end(number)
                    + (readOnly ? " is read-only, and not shown so" : " is shown as read-only, and is not"));
        }
        checkConsent(truth, number, kinds);
    }

    private void checkConsent(JsonNode truth, String number, Set<Kind> kinds) {
        boolean lapsed = "error".equals(truth.path("lastSynchronization").asText());
        Instant ends = Instant.parse(truth.path("authorizationEnds").asText("9999-12-31T00:00:00Z"));
        boolean expired = !clock.instant().isBefore(ends);
        String problem = journal.accounts(person).stream()
                .filter(account -> account.reference().value().equals(number))
                .map(Account::problem)
                .filter(said -> said != null)
                .findFirst()
                .orElse("");
        if (lapsed && !kinds.contains(Kind.AUTHORIZATION_ENDED) && problem.isEmpty()) {
            fail("the consent of account " + end(number)
                    + (expired ? " has ended" : " was taken back early by its bank") + ", and nothing says so");
        }
        if (!lapsed && !expired && kinds.contains(Kind.AUTHORIZATION_ENDED)) {
            fail("account " + end(number) + " is shown as ended, and is not");
        }
        if (expired && lapsesSeen.add(number + ends) && !announcedBefore(number, ends)) {
            fail("the consent of account " + end(number) + " ended on " + ends + " unannounced");
        }
    }

    private boolean announcedBefore(String number, Instant ends) {
        Instant last = announced.get(number);
        return last != null && last.isBefore(ends) && last.isAfter(ends.minus(Duration.ofDays(31)));
    }

    private boolean hasSuccessor(JsonNode account) {
        try {
            for (JsonNode other : truth().path("accounts")) {
                if (other != account
                        && other.path("reference").equals(account.path("reference"))
                        && other.path("deprecated").asBoolean()
                        && !account.path("shared").asBoolean()) {
                    return true; // nobody has chosen the replacement yet
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    // ---- the end

    /** Faults end; whatever is broken is mended, as somebody would in the end. */
    private void settleDown() throws IOException, InterruptedException {
        act("plan", Map.of("plan", "none"));
        clock.forward(Duration.ofDays(8)); // what the plan had begun comes to its end
        act("unblock", Map.of());
        for (int round = 0; round < 5; round++) {
            clock.forward(Duration.ofDays(1));
            for (JsonNode account : truth().path("accounts")) {
                boolean gone = !account.path("shared").asBoolean()
                        && !account.path("deprecated").asBoolean();
                if (gone && !truth().path("integration").isNull()) {
                    act("add-account", Map.of("account", account.path("id").asText()));
                }
            }
            read();
            tend(true);
        }
        renewAll();
        clock.forward(Duration.ofDays(1));
        read();
        read();
        if (broken()) {
            fail("the link cannot be mended: " + problem(latest()));
        }
    }

    /** Consents that were taken back early are renewed too, whether somebody said so or not. */
    private void renewAll() throws IOException, InterruptedException {
        for (Account account : journal.accounts(person)) {
            renew(account.id());
        }
    }

    private int compare() {
        Map<String, Integer> difference = new TreeMap<>();
        for (BookedLine line : simulator.control().booked()) {
            difference.merge(key(line), 1, Integer::sum);
        }
        int lines = 0;
        for (BankTransaction transaction : everything()) {
            FeedTransaction line = transaction.line();
            if (line == null) {
                fail("a line could not be read: " + transaction.problem());
                continue;
            }
            lines++;
            difference.merge(key(number(transaction.id().account()), line), -1, Integer::sum);
        }
        difference.forEach((key, count) -> {
            if (count != 0) {
                fail(Math.abs(count) + (count > 0 ? " lost: " : " doubled: ") + key);
            }
        });
        return lines;
    }

    private List<BankTransaction> everything() {
        List<BankTransaction> all = new ArrayList<>();
        String after = null;
        do {
            Page<BankTransaction> page =
                    journal.transactions(person, new TransactionQuery(null, null, null, null, after, 500));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static String key(BookedLine line) {
        return String.join(
                " | ",
                end(line.account()),
                line.day().toString(),
                line.amount().stripTrailingZeros().toPlainString(),
                text(line.remittance()));
    }

    private static String key(String account, FeedTransaction line) {
        return String.join(
                " | ",
                end(account),
                line.executionDate().toString(),
                new BigDecimal(line.amount().decimal()).stripTrailingZeros().toPlainString(),
                text(line.remittance()));
    }

    // ---- small things

    private @Nullable Connection latest() {
        List<Connection> all = journal.connections(person);
        return all.stream()
                .filter(connection -> connection.state() != Connection.State.CONNECTING)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static String problem(@Nullable Connection link) {
        return link == null ? "there is none" : link.state() + " " + link.problem();
    }

    private String number(AccountId id) {
        return journal.accounts(person).stream()
                .filter(account -> account.id().equals(id))
                .map(account -> account.reference().value())
                .findFirst()
                .orElse("?");
    }

    private static String end(String number) {
        return "..." + number.substring(Math.max(0, number.length() - 4));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private JsonNode truth() throws IOException {
        return JSON.readTree(simulator.control().state());
    }

    private void act(String action, Map<String, String> parameters) {
        simulator.control().act(action, parameters);
    }

    private int happened(String fault) throws IOException {
        return truth().at("/faults/happened/" + fault).asInt();
    }

    private Map<String, Integer> faults() throws IOException {
        Map<String, Integer> faults = new TreeMap<>();
        truth().at("/faults/happened")
                .properties()
                .forEach(fault -> faults.put(fault.getKey(), fault.getValue().asInt()));
        return faults;
    }

    private static final Set<String> CALLS = Set.of(
            "lostRefresh",
            "lostResponse",
            "timeOut",
            "rateLimit",
            "rateLimitSilent",
            "serverError",
            "htmlBody",
            "cutBody");

    private int callFaults() throws IOException {
        int sum = 0;
        for (Map.Entry<String, Integer> fault : faults().entrySet()) {
            sum += CALLS.contains(fault.getKey()) ? fault.getValue() : 0;
        }
        return sum;
    }

    /** What must not be in any log. */
    List<String> planted() {
        List<String> planted = new ArrayList<>(Company.accounts(seed));
        planted.add(simulator.clientSecret());
        return planted;
    }

    @Override
    public void close() {
        journal.close();
        simulator.close();
    }
}
