package org.bankfeed.benchmarks.simulate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.PontoSimulator;
import org.bankfeed.simulator.SimulatorException;
import org.bankfeed.simulator.Truth;
import org.bankfeed.store.testing.TestStore;
import org.jspecify.annotations.Nullable;

/**
 * One year of a company's link: read by one or two nodes after Ponto's windows, and tended by a person. What is not as it
 * must be is found at once, or at the end.
 */
final class Year implements AutoCloseable {

    private static final List<LocalTime> WINDOWS =
            List.of(LocalTime.of(2, 20), LocalTime.of(8, 20), LocalTime.of(14, 20), LocalTime.of(20, 20));

    private static final int STEPS_OF_A_READING = 60;
    private static final int STEPS_OF_A_PERSON = 20;
    private static final int MONTH = 30;

    /** Comparing all lines costs time: after one of so many readings that met no fault. */
    private static final int LINES_COMPARED = 10;

    private final int days;
    private final YearPlan plan;
    private final World world;
    private final TestStore database;
    private final List<Node> nodes = new ArrayList<>();
    private final @Nullable Doorbell door;
    private final SplittableRandom mood;
    private final SplittableRandom death;
    private final Findings findings;
    private final Person person;
    private final Caller job;
    private final StateChecks states;
    private final WarningChecks warnings;
    private final LineChecks lines;
    private boolean tokenDied;
    private int lostRefreshes;
    private int reads;
    private int undisturbed;
    private int kills;

    /** What a year came to. */
    record Report(List<String> failures, Map<String, Integer> counts, Map<Fault, Integer> faults) {}

    /** @param folder for the simulator's files */
    Year(long seed, int days, YearPlan plan, Path folder) throws SimulatorException, IOException {
        this.days = days;
        this.plan = plan;
        SplittableRandom kind = new SplittableRandom(seed * 13 + 5);
        boolean webhooks = kind.nextDouble() < plan.webhooks();
        int processes = kind.nextDouble() < plan.nodes() ? 2 : 1;
        this.door = webhooks ? new Doorbell(() -> nodes.get(0).journal(), PontoOnClock.NAME) : null;
        URI address = door == null ? null : door.address();
        this.world = new World(seed, days, plan.faults(), folder, address);
        this.mood = world.dice(1);
        this.death = world.dice(2);
        this.findings = new Findings(world.clock(), World.ZONE);
        this.database = TestStore.inMemory();
        for (int i = 0; i < processes; i++) {
            Path client = folder.resolve(PontoSimulator.CLIENT_FILE);
            nodes.add(new Node(database, client, world.clock(), seed * 10 + i, this::keptBeforeUse));
        }
        CompanyId company = new CompanyId("seed" + seed);
        Set<Role> roles = Set.of(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR);
        Caller anna = new Caller(company, "anna", roles, Channel.SHELL);
        this.person = new Person(anna, world, plan, world.dice(3), findings);
        this.job = Caller.job(company, "year");
        this.states = new StateChecks(findings);
        this.warnings = new WarningChecks(findings);
        this.lines = new LineChecks(findings, anna);
    }

    Report live() throws IOException, InterruptedException {
        act(true, journal -> person.link(journal, true));
        for (int day = 1; day <= days; day++) {
            for (LocalTime window : windows(day)) {
                world.until(day, window);
                world.deliver();
                read();
            }
            world.until(day, LocalTime.of(20, 30));
            look(day);
        }
        settleDown();
        int inLog = compare();
        return report(inLog);
    }

    /** Of most days one window is enough, another each day: a read costs time, and finds what came in all before it. */
    private List<LocalTime> windows(int day) {
        if (day % MONTH == 0) {
            return WINDOWS;
        }
        return mood.nextDouble() < plan.quiet() ? List.of() : List.of(WINDOWS.get(mood.nextInt(WINDOWS.size())));
    }

    private Node someNode() {
        return nodes.get(nodes.size() == 1 ? 0 : mood.nextInt(nodes.size()));
    }

    /** Who used a token first and kept it after would lose the link if he died in between. */
    private void keptBeforeUse() {
        if (world.newestTokenIsUsed()) {
            findings.add("a rotated token was used before it was kept");
        }
    }

    // ---- what is done

    private void read() throws IOException {
        Node node = someNode();
        boolean ordered = person.wantsToOrder();
        world.disturbed();
        boolean mortal = death.nextDouble() < plan.kill();
        if (mortal) {
            node.fate().strike(death, STEPS_OF_A_READING);
        }
        try {
            if (ordered) {
                person.order(node.journal());
            } else {
                node.journal().synchronize(job);
            }
            node.fate().spare();
            reads++;
        } catch (Killed e) {
            killed(node);
            return;
        }
        lines.follow(node.journal());
        if (!world.disturbed()) {
            BankJournal journal = node.journal();
            Shown shown = Shown.to(person.caller(), journal);
            Truth truth = world.truth();
            boolean doubts = !journal.doubts(person.caller()).isEmpty();
            states.check(truth, shown, tokenMayBeLost(), doubts);
            if (!doubts && ++undisturbed % LINES_COMPARED == 0) {
                lines.nothingMissing(journal, shown, truth, world.booked());
            }
        }
    }

    private void killed(Node node) {
        kills++;
        tokenDied |= node.fate().tookToken();
        node.startAgain();
    }

    /** Something that a person does. */
    @FunctionalInterface
    private interface Deed {
        void with(BankJournal journal) throws IOException, InterruptedException;
    }

    private void act(boolean immortal, Deed deed) throws IOException, InterruptedException {
        Node node = someNode();
        int tokens = person.newTokens();
        if (!immortal && death.nextDouble() < plan.kill()) {
            node.fate().strike(death, STEPS_OF_A_PERSON);
        }
        try {
            deed.with(node.journal());
            node.fate().spare();
        } catch (Killed e) {
            killed(node);
        }
        if (person.newTokens() > tokens) {
            tokenDied = false;
            lostRefreshes = world.happened(Fault.LOST_REFRESH);
        }
    }

    private boolean tokenMayBeLost() {
        return tokenDied || world.happened(Fault.LOST_REFRESH) > lostRefreshes;
    }

    /** The person looks, and does something or nothing. */
    private void look(int day) throws IOException, InterruptedException {
        BankJournal journal = nodes.get(0).journal();
        Shown shown = Shown.to(person.caller(), journal);
        warnings.look(shown, world.clock().instant());
        act(false, acting -> person.tend(acting, shown, false));
        if (day % MONTH == 0) {
            lines.nothingDoubled(journal, shown, world.booked());
        }
    }

    // ---- the end

    /** Faults end; whatever is broken is mended, as somebody would in the end. */
    private void settleDown() throws IOException, InterruptedException {
        world.act("plan", Map.of("plan", "none"));
        world.clock().forward(Duration.ofDays(8)); // what the plan had begun comes to its end
        world.act("unblock", Map.of());
        world.act("onboarding-complete", Map.of());
        for (int round = 0; round < 5; round++) {
            world.clock().forward(Duration.ofDays(1));
            shareAgain();
            world.deliver();
            read();
            act(true, journal -> person.tend(journal, Shown.to(person.caller(), journal), true));
        }
        for (Account account : nodes.get(0).journal().accounts(person.caller())) {
            act(true, journal -> person.renew(journal, account.id()));
        }
        world.clock().forward(Duration.ofDays(1));
        world.deliver();
        read();
        read();
        act(
                true,
                journal -> person.tend(journal, Shown.to(person.caller(), journal), true)); // doubts of the last lines
        read();
    }

    /** Consents that were taken back, accounts that were taken out: whether somebody said so or not. */
    private void shareAgain() {
        Truth truth = world.truth();
        for (Truth.Account account : truth.accounts()) {
            boolean linked = truth.organizations().stream()
                    .anyMatch(known -> known.id().equals(account.organization()) && known.linked());
            if (linked && !account.shared() && !account.deprecated()) {
                world.act("add-account", Map.of("account", account.id()));
            }
        }
    }

    private int compare() {
        BankJournal journal = nodes.get(0).journal();
        Shown shown = Shown.to(person.caller(), journal);
        String ours = world.truth().organizations().get(0).id();
        boolean mended = shown.link(ours)
                .filter(link -> link.state() == Connection.State.CONNECTED)
                .isPresent();
        if (!mended) {
            findings.add("the link cannot be mended: " + shown.connections());
        }
        world.notDone().forEach(findings::add);
        if (door != null) {
            door.faults().forEach(findings::add);
        }
        return lines.exactlyOnce(journal, shown, world.booked());
    }

    private Report report(int inLog) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("reads", reads);
        counts.put("lines", inLog);
        counts.put("links", person.links());
        counts.put("renewals", person.renewals());
        counts.put("orders", person.orders());
        counts.put("doubts", person.decisions());
        counts.put("kills", kills);
        counts.put("twoNodes", nodes.size() - 1);
        counts.put("webhooks", door == null ? 0 : door.rings());
        return new Report(findings.all(), counts, world.faults());
    }

    /** What must not be in any log. */
    List<String> planted() {
        return world.planted();
    }

    /** What was done to the world, for who looks for a cause. */
    List<String> story() {
        return world.log();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        database.close();
        world.close();
        if (door != null) {
            door.close();
        }
    }
}
