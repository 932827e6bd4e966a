package org.bankfeed.feed;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A provider in memory that pages as a real one does: first load from the newest backwards, then forward from the newest
 * known, then a second look at the newest page. Tests put accounts and lines into it and tell it to fail.
 */
public final class FakeBankFeed implements BankFeed {

    private static final String TOKEN = "token";

    private final String name;
    private final int pageSize;
    private final Map<FeedAccountId, FeedAccount> accounts = new LinkedHashMap<>();
    private final Map<FeedAccountId, UnreadableAccount> unreadable = new LinkedHashMap<>();
    private final Map<FeedAccountId, List<FeedLine>> lines = new LinkedHashMap<>();
    private final Map<FeedAccountId, List<FeedLine>> pending = new LinkedHashMap<>();
    private final Map<String, List<FeedLine>> changed = new LinkedHashMap<>();
    private final Map<String, FeedLine> mended = new LinkedHashMap<>();
    private final List<BankFeedException> failures = new ArrayList<>();
    private Organization organization = new Organization("org-1", "Bakkerij De Korenaar BV");
    private final List<SyncOrder.State> orders = new ArrayList<>();
    private final List<FeedEvent> events = new ArrayList<>();
    private final Map<FeedAccountId, FeedInstitution> institutions = new LinkedHashMap<>();
    private boolean onboardingComplete = true;
    private FeedHealth health = FeedHealth.GOOD;
    private @Nullable OnboardingDetails onboarding;
    private @Nullable FeedUsage usage;
    private @Nullable List<FeedShare> shares;
    private int calls;

    public FakeBankFeed(String name, int pageSize) {
        this.name = name;
        this.pageSize = pageSize;
    }

    /** Shares an account, or changes what is told of it. */
    public synchronized FakeBankFeed share(FeedAccount account) {
        accounts.put(account.id(), account);
        lines.computeIfAbsent(account.id(), id -> new ArrayList<>());
        return this;
    }

    /** Shares an account that nobody can read. */
    public synchronized FakeBankFeed share(UnreadableAccount account) {
        unreadable.put(account.id(), account);
        return this;
    }

    /** Stops sharing an account. */
    public synchronized void unshare(FeedAccountId account) {
        accounts.remove(account);
        unreadable.remove(account);
    }

    /** A new line, known to the provider after all others; a known id is changed in its place. */
    public synchronized void bring(FeedAccountId account, FeedLine line) {
        List<FeedLine> all = lines.computeIfAbsent(account, id -> new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(line.id())) {
                all.set(i, line);
                return;
            }
        }
        all.add(line);
    }

    /** All pending lines of an account from now on. */
    public synchronized void pend(FeedAccountId account, List<FeedLine> now) {
        pending.put(account, List.copyOf(now));
    }

    /** What a synchronization changed; the lines themselves are changed by {@link #bring}. */
    public synchronized void changed(String synchronization, List<FeedLine> lines) {
        changed.put(synchronization, List.copyOf(lines));
    }

    /** From now on a raw line is read as this one. */
    public synchronized void learnToRead(String raw, FeedLine line) {
        mended.put(raw, line);
    }

    /** The next call that asks the provider fails so. */
    public synchronized void failNext(BankFeedException failure) {
        failures.add(failure);
    }

    /** The organization that the next person links. */
    public synchronized void organization(Organization next) {
        organization = next;
    }

    /** What filled the provider's forms the last time that somebody was sent there, or {@code null}. */
    public synchronized @Nullable OnboardingDetails onboarding() {
        return onboarding;
    }

    /** How often the provider was asked. */
    public synchronized int calls() {
        return calls;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized AuthorizationStep authorize(Secrets secrets, AuthorizationRequest request)
            throws BankFeedException {
        ask();
        onboarding = request.onboarding();
        secrets.write("pkce:" + request.state(), new Secret("verifier-of-" + request.state()));
        return new AuthorizationStep.Visit(URI.create("http://127.0.0.1:1/auth?state=" + request.state()));
    }

    @Override
    public synchronized Organization complete(Secrets secrets, AuthorizationRequest request, String code)
            throws BankFeedException {
        ask();
        if (secrets.read("pkce:" + request.state()).isEmpty() || !code.startsWith("code")) {
            throw new BankFeedException.AuthorizationRefused("the code was used, has expired, or is not ours", "r-1");
        }
        secrets.compareAndSet(
                "pkce:" + request.state(),
                secrets.read("pkce:" + request.state()).orElse(null),
                null);
        secrets.write(TOKEN, new Secret("refresh-" + code));
        return organization;
    }

    @Override
    public synchronized List<FeedAccount> accounts(Secrets secrets) throws BankFeedException {
        askLinked(secrets);
        return List.copyOf(accounts.values());
    }

    @Override
    public synchronized SharedAccounts sharedAccounts(Secrets secrets) throws BankFeedException {
        return new SharedAccounts(accounts(secrets), List.copyOf(unreadable.values()));
    }

    @Override
    public synchronized FeedPage transactions(Secrets secrets, FeedAccount account, Position position)
            throws BankFeedException {
        askLinked(secrets);
        List<FeedLine> all = linesOf(account);
        String[] at = position.value().isEmpty()
                ? new String[] {"walk", "", ""}
                : position.value().split("\\|", -1);
        if (at[0].equals("walk")) {
            return walkBack(all, at[1], at[2]);
        }
        int from = at[0].equals("again") ? all.size() : indexOf(all, at[1]) + 1;
        if (from < all.size()) {
            int to = Math.min(all.size(), from + pageSize);
            String newest = all.get(to - 1).id();
            return new FeedPage(all.subList(from, to), at("new", newest, ""), true, FeedPage.Order.NEWER);
        }
        List<FeedLine> again = all.subList(Math.max(0, all.size() - pageSize), all.size());
        return new FeedPage(again, at("new", newest(all), ""), false, FeedPage.Order.AGAIN);
    }

    @Override
    public boolean isUnfinished(Position position) {
        return position.value().startsWith("walk");
    }

    private FeedPage walkBack(List<FeedLine> all, String anchor, String oldest) {
        int to = oldest.isEmpty() ? all.size() : indexOf(all, oldest);
        int from = Math.max(0, to - pageSize);
        String newest = anchor.isEmpty() ? newest(all) : anchor;
        boolean more = from > 0;
        Position next = more ? at("walk", newest, all.get(from).id()) : at("new", newest, "");
        return new FeedPage(all.subList(from, to), next, more, FeedPage.Order.OLDER);
    }

    private static Position at(String way, String newest, String oldest) {
        return new Position(way + "|" + newest + "|" + oldest);
    }

    private static String newest(List<FeedLine> all) {
        return all.isEmpty() ? "" : all.get(all.size() - 1).id();
    }

    private static int indexOf(List<FeedLine> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public synchronized List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException {
        askLinked(secrets);
        return pending.getOrDefault(account.id(), List.of());
    }

    @Override
    public synchronized List<FeedLine> changed(Secrets secrets, FeedAccount account, String synchronization)
            throws BankFeedException {
        askLinked(secrets);
        return changed.getOrDefault(synchronization, List.of());
    }

    @Override
    public synchronized FeedLine readAgain(FeedAccount account, String raw) {
        FeedLine line = mended.get(raw);
        if (line != null) {
            return line;
        }
        for (FeedLine known : lines.getOrDefault(account.id(), Collections.emptyList())) {
            if (known.raw().equals(raw)) {
                return known;
            }
        }
        return new FeedLine.Unreadable("raw-" + raw.hashCode(), raw, "it is not known here");
    }

    @Override
    public synchronized URI reauthorize(Secrets secrets, FeedAccountId account, URI back) throws BankFeedException {
        askLinked(secrets);
        return URI.create("http://127.0.0.1:1/renew/" + account.value());
    }

    @Override
    public synchronized void revoke(Secrets secrets) throws BankFeedException {
        ask();
        secrets.forget();
    }

    /** What the next steps of an order will be; after the last one it is done. */
    public synchronized void orders(SyncOrder.State... next) {
        orders.addAll(List.of(next));
    }

    @Override
    public synchronized SyncOrder order(Secrets secrets, FeedAccountId account, InetAddress person)
            throws BankFeedException {
        if (person.isLoopbackAddress() || person.isSiteLocalAddress() || person.isLinkLocalAddress()) {
            throw new BankFeedException.Refused("the address is not a public one", null, null);
        }
        askLinked(secrets);
        return step(account, person.getHostAddress(), SyncOrder.Job.DETAILS);
    }

    @Override
    public synchronized SyncOrder follow(Secrets secrets, SyncOrder order) throws BankFeedException {
        if (order.isEnded()) {
            return order;
        }
        askLinked(secrets);
        return step(order.account(), order.address(), SyncOrder.Job.TRANSACTIONS);
    }

    private SyncOrder step(FeedAccountId account, String address, SyncOrder.Job job) {
        SyncOrder.State first = job == SyncOrder.Job.DETAILS ? SyncOrder.State.RUNNING : SyncOrder.State.DONE;
        SyncOrder.State state = orders.isEmpty() ? first : orders.remove(0);
        return new SyncOrder(account, address, state, job, "s-1", null, "It is " + state + ".", Instant.EPOCH);
    }

    /** The next delivery is this event; without one it is refused. */
    public synchronized void deliver(FeedEvent event) {
        events.add(event);
    }

    @Override
    public synchronized FeedEvent verify(Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, BankFeedException {
        ask();
        if (events.isEmpty()) {
            throw new FeedEventRefusedException("the signature does not hold");
        }
        return events.remove(0);
    }

    /** The bank of an account from now on. */
    public synchronized void institution(FeedAccountId account, FeedInstitution institution) {
        institutions.put(account, institution);
    }

    @Override
    public synchronized Map<FeedAccountId, FeedInstitution> institutions(Secrets secrets) throws BankFeedException {
        askLinked(secrets);
        return Map.copyOf(institutions);
    }

    /** Whether the organization has given its provider all that it must. */
    public synchronized void onboardingComplete(boolean complete) {
        onboardingComplete = complete;
    }

    @Override
    public synchronized Optional<FeedOrganization> organization(Secrets secrets) throws BankFeedException {
        askLinked(secrets);
        return Optional.of(new FeedOrganization(organization, onboardingComplete, null));
    }

    @Override
    public synchronized boolean unshare(Secrets secrets, FeedAccountId account) throws BankFeedException {
        askLinked(secrets);
        accounts.remove(account);
        return true;
    }

    /** What it counts and has on its list from now on; until then it keeps no records. */
    public synchronized void records(FeedUsage counted, List<FeedShare> listed) {
        usage = counted;
        shares = List.copyOf(listed);
    }

    @Override
    public synchronized Optional<FeedUsage> usage(Secrets secrets, Organization whose, YearMonth month)
            throws BankFeedException {
        ask();
        return Optional.ofNullable(usage);
    }

    @Override
    public synchronized Optional<List<FeedShare>> shares(Secrets secrets) throws BankFeedException {
        ask();
        return Optional.ofNullable(shares);
    }

    /** What it tells of its own means from now on. */
    public synchronized void health(FeedHealth now) {
        health = now;
    }

    @Override
    public synchronized FeedHealth health() {
        return health;
    }

    private List<FeedLine> linesOf(FeedAccount account) throws BankFeedException {
        List<FeedLine> all = accounts.containsKey(account.id()) ? lines.get(account.id()) : null;
        if (all == null) {
            throw new BankFeedException.AccountNotShared("the account is not shared any more", "r-2");
        }
        return Objects.requireNonNull(all);
    }

    private void askLinked(Secrets secrets) throws BankFeedException {
        ask();
        if (secrets.read(TOKEN).isEmpty()) {
            throw new BankFeedException.ReconnectRequired("there is no token for this link", "r-3", null);
        }
    }

    private void ask() throws BankFeedException {
        calls++;
        @Nullable BankFeedException failure = failures.isEmpty() ? null : failures.remove(0);
        if (failure != null) {
            throw failure;
        }
    }
}
