package org.bankfeed.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leases of two nodes, each with pools of its own, on every database. */
abstract class LeaseContract {

    static final CompanyId ACME = new CompanyId("Acme");
    static final CompanyId BOLT = new CompanyId("Bolt");
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration SECOND = Duration.ofSeconds(1);
    static final List<Migration> TABLE = List.of(new Migration(1, "work", "create table work (who varchar(20))"));

    OpenStore node;
    OpenStore other;
    Stage stage;

    abstract OpenStore open();

    @BeforeEach
    void openBoth() {
        node = open();
        other = open();
        stage = node.store().stage("work", TABLE);
    }

    @AfterEach
    void closeBoth() {
        other.close();
        node.close();
    }

    /** Waits for the end of another's. */
    static Lease await(OpenStore node, String job, CompanyId company, Duration howLong) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Optional<Lease> lease = node.leases().acquire(job, company, howLong);
            if (lease.isPresent()) {
                return lease.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the lease was not to be had");
    }

    private void write(Lease lease, String who) {
        stage.inTransaction(unit -> {
            lease.stillHeld(unit);
            return unit.update("insert into work (who) values (?)", who);
        });
    }

    private List<String> work() {
        return stage.inTransaction(unit -> unit.query("select who from work order by who", row -> row.text("who")));
    }

    @Test
    void oneHoldsItOverAllNodesForEachJobAndCompany() throws Exception {
        List<Optional<Lease>> taken =
                StoreContract.atOnce(6, () -> (Thread.currentThread().getId() % 2 == 0 ? node : other)
                        .leases()
                        .acquire("reading", ACME, MINUTE));

        assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(other.leases().acquire("reading", BOLT, MINUTE)).isPresent();
        assertThat(other.leases().acquire("matching", ACME, MINUTE)).isPresent();
    }

    @Test
    void whoReleasesItLetsTheNextOneInWithAHigherToken() {
        Lease first = node.leases().acquire("reading", ACME, MINUTE).orElseThrow();
        first.close();

        Lease second = other.leases().acquire("reading", ACME, MINUTE).orElseThrow();

        assertThat(second.token()).isGreaterThan(first.token());
        first.release();
        assertThat(first.renew()).isFalse();
        assertThat(second.renew()).isTrue();
        assertThat(node.leases().acquire("reading", ACME, MINUTE)).isEmpty();
    }

    @Test
    void whoWasTakenOverWritesNothingMoreEvenIfHeIgnoresIt() {
        Lease paused = node.leases().acquire("reading", ACME, SECOND).orElseThrow();
        write(paused, "before");
        Lease taker = await(other, "reading", ACME, MINUTE);

        assertThat(paused.renew()).isFalse();
        assertThatThrownBy(() -> write(paused, "late"))
                .isInstanceOf(StoreException.TakenOver.class)
                .hasMessageContaining("'reading' for company Acme");
        assertThatThrownBy(() -> stage.inTransaction(unit -> {
                    unit.update("insert into work (who) values ('stubborn')");
                    assertThatThrownBy(() -> stage.inTransaction(nested -> {
                                paused.stillHeld(nested);
                                return "";
                            }))
                            .isInstanceOf(StoreException.TakenOver.class);
                    return "";
                }))
                .isInstanceOf(StoreException.TakenOver.class);
        write(taker, "taker");
        assertThat(work()).containsExactly("before", "taker");
    }

    @Test
    void whoIsLateButWasNotTakenOverGoesOn() {
        Lease late = node.leases().acquire("reading", ACME, SECOND).orElseThrow();
        Lease probe = node.leases().acquire("probe", ACME, SECOND).orElseThrow();
        await(other, "probe", ACME, MINUTE); // a second has passed
        assertThat(probe.renew()).isFalse();

        write(late, "late");

        assertThat(late.renew()).isTrue();
        assertThat(work()).containsExactly("late");
    }

    @Test
    void renewingGoesOnWhileATransactionIsOpenAndTakingWaitsForIt() throws Exception {
        Lease lease = node.leases().acquire("reading", ACME, MINUTE).orElseThrow();
        stage.inTransaction(unit -> {
            lease.stillHeld(unit);
            assertThat(StoreContract.atOnce(1, lease::renew)).containsExactly(true);
            return unit.update("insert into work (who) values ('node')");
        });
        assertThat(work()).containsExactly("node");
    }

    @Test
    void whatCannotBeALeaseIsRefused() {
        assertThatThrownBy(() -> node.leases().acquire("Reading!", ACME, MINUTE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.leases().acquire("reading", ACME, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        Lease released = node.leases().acquire("reading", ACME, MINUTE).orElseThrow();
        released.release();
        assertThatThrownBy(() -> write(released, "x")).isInstanceOf(IllegalStateException.class);
    }
}
