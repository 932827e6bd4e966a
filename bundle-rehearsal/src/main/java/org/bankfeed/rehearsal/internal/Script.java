package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bankfeed.history.History;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be played. It needs none of the rooms: a broken history is told at once.
 *
 * <p>It offers itself by hand, after the clock: rooms that were there before have been made anew on that clock by then,
 * and whoever asks for the script finds rooms that stay.
 */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.bankfeed.rehearsal.internal.Script\"",
        effective = "active")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.bankfeed.rehearsal.internal.Life\"",
        effective = "active")
@Component(
        service = {},
        immediate = true,
        configurationPid = RehearsalConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RehearsalConfig.class)
public final class Script {

    private static final Logger LOG = LoggerFactory.getLogger(Script.class);

    private final RehearsalConfig config;
    private final Outcome outcome;
    private final Stage stage;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final @Nullable History history;
    private final @Nullable VirtualClock clock;
    private final @Nullable Life life;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public Script(BundleContext context, RehearsalConfig config, @Reference ConfigurationAdmin configurations)
            throws IOException {
        this.config = config;
        this.outcome = new Outcome(folder().resolve("outcome"));
        followParent(context, config.parent());
        this.history = config.history().isBlank() ? null : read(Path.of(config.history()), outcome);
        if (history == null) {
            this.clock = null;
            this.life = new Life(new RunningClock(Clock.systemUTC()));
            registrations.add(context.registerService(Clock.class, life.clock(), null));
            registrations.add(context.registerService(Life.class, life, null));
        } else {
            this.clock = eveOf(history);
            this.life = null;
            registrations.add(context.registerService(Clock.class, clock, null));
        }
        stage = new Stage(configurations, folder());
        stage.startSimulator(config); // needs none of the rooms: it gets ready while the database is opened
        registrations.add(context.registerService(Script.class, this, null));
    }

    private static History read(Path folder, Outcome outcome) throws IOException {
        try {
            History history = History.read(folder);
            history.notes().forEach(LOG::warn);
            if (history.days().isEmpty()) {
                throw new IOException(folder + " holds a history without any event; record some first.");
            }
            return history;
        } catch (IOException e) {
            outcome.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** The company connects its bank on the morning before its first day. */
    private static VirtualClock eveOf(History history) {
        return new VirtualClock(history.days().get(0).date().minusDays(1), LocalTime.of(9, 0));
    }

    /** Whoever started the container may be killed: then nothing of it shall stay behind. */
    private static void followParent(BundleContext context, long pid) {
        ProcessHandle.of(pid).filter(parent -> pid > 0).ifPresent(parent -> parent.onExit()
                .thenRun(() -> {
                    try {
                        context.getBundle(0).stop();
                    } catch (BundleException e) {
                        LOG.error("the container does not stop", e);
                    }
                }));
    }

    @Deactivate
    void close() {
        Collections.reverse(registrations);
        registrations.forEach(ServiceRegistration::unregister);
    }

    /** The history to be played, or null to show the built-in company. */
    @Nullable
    History history() {
        return history;
    }

    /** The clock that the history moves, or null if there is none. */
    @Nullable
    VirtualClock clock() {
        return clock;
    }

    /** The built-in company's life, or null if a history is played. */
    @Nullable
    Life life() {
        return life;
    }

    RehearsalConfig config() {
        return config;
    }

    Path folder() {
        return Path.of(config.folder());
    }

    Stage stage() {
        return stage;
    }

    Outcome outcome() {
        return outcome;
    }

    /** True for the first who asks: a play that went on stage is not begun anew. */
    boolean begin() {
        return begun.compareAndSet(false, true);
    }
}
