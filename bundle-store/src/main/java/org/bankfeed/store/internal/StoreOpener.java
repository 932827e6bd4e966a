package org.bankfeed.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.Leases;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.StoreHealth;
import org.bankfeed.store.Vault;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.bankfeed.store.internal.key.KeySource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database as soon as its driver is there, and offers {@link Store}, {@link Vault}, {@link Leases} and
 * {@link KeyRotation} while it is open.
 *
 * <p>The driver depends on the URL, and opening may fail for reasons that mend themselves or that an operator mends (a
 * server that still starts, rights of a file). So they are registered by hand: opening runs beside the activation and
 * is tried again until it succeeds, and each reason is logged once, in a sentence.
 */
@Component(service = StoreHealth.class, immediate = true, configurationPid = StoreConfig.PID)
@Designate(ocd = StoreConfig.class)
public final class StoreOpener implements StoreHealth {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);
    private static final long RETRY_SECONDS = 10;

    private final BundleContext context;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bankfeed-store-opener");
        thread.setDaemon(true);
        return thread;
    });
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private @Nullable StoreSettings settings;
    private @Nullable ServiceTracker<DataSourceFactory, DataSourceFactory> drivers;
    private @Nullable DataSourceFactory driver;
    private volatile @Nullable OpenStore open;
    /** Why it is not open. */
    private volatile @Nullable String reason;
    /** Why the present configuration is not the one in use. */
    private volatile @Nullable String notTaken;

    private boolean closed;

    @Activate
    public StoreOpener(BundleContext context, StoreConfig config) {
        this.context = context;
        try {
            start(StoreSettings.of(config, context::getProperty, null));
        } catch (SettingsException e) {
            tell(Objects.requireNonNull(e.getMessage()));
        }
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        Stream.of(reason, notTaken).filter(Objects::nonNull).forEach(problems::add);
        OpenStore now = open;
        if (now != null) {
            problems.addAll(now.problems());
        }
        return problems;
    }

    /** A configuration that says the same (Karaf writes a new one twice) disturbs nobody, nor does one that
     * cannot work; another database opens anew. */
    @Modified
    void modified(StoreConfig config) {
        StoreSettings wanted;
        try {
            wanted = StoreSettings.of(config, context::getProperty, settings);
        } catch (SettingsException e) {
            notTaken = "The database stays as it was configured before: " + e.getMessage();
            LOG.error("Bankfeed's database stays as it was configured: {}.", e.getMessage());
            return;
        }
        notTaken = null;
        if (!wanted.equals(settings) && !exchangedKeys(wanted)) {
            stop();
            start(wanted);
        }
    }

    /** Where nothing but the keys' places changed, they are exchanged while everybody goes on working. */
    private synchronized boolean exchangedKeys(StoreSettings wanted) {
        OpenStore now = open;
        if (now == null || settings == null || !settings.differOnlyInKeys(wanted)) {
            return false;
        }
        try {
            now.useKeys(KeySource.of(wanted.keys()));
            LOG.info("Bankfeed's master key is taken from where the configuration says now.");
        } catch (SettingsException e) {
            notTaken = "The master key stays as it was: " + e.getMessage();
            LOG.error("Bankfeed's master key stays as it was: {}.", e.getMessage());
        }
        settings = wanted;
        return true;
    }

    private void start(StoreSettings wanted) {
        ServiceTracker<DataSourceFactory, DataSourceFactory> tracker = drivers(wanted);
        synchronized (this) {
            settings = wanted;
            drivers = tracker;
            reason = "it waits for its driver " + wanted.dialect().driver()
                    + ": feature:install bankfeed-store brings it";
        }
        try {
            wanted.notePlace();
        } catch (SettingsException e) {
            LOG.warn("Bankfeed's database: {}.", e.getMessage());
        }
        tracker.open();
    }

    private void stop() {
        ServiceTracker<DataSourceFactory, DataSourceFactory> tracker = drivers;
        if (tracker != null) {
            tracker.close();
        }
        withdraw();
    }

    @Deactivate
    void close() {
        synchronized (this) {
            closed = true;
        }
        stop();
        worker.shutdownNow();
    }

    private ServiceTracker<DataSourceFactory, DataSourceFactory> drivers(StoreSettings wanted) {
        String filter = "(&(" + Constants.OBJECTCLASS + "=" + DataSourceFactory.class.getName() + ")("
                + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "="
                + wanted.dialect().driver() + "))";
        try {
            return new ServiceTracker<>(context, context.createFilter(filter), new Drivers());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void arrived(DataSourceFactory arrived) {
        if (driver == null) {
            driver = arrived;
            reason = "it is being opened";
            later(0);
        }
    }

    private synchronized void left(DataSourceFactory left) {
        if (driver == left) {
            driver = null;
            reason = "its driver went away: feature:install bankfeed-store brings it";
            withdraw();
        }
    }

    private void later(long seconds) {
        try {
            worker.schedule(this::attempt, seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            // closed meanwhile
        }
    }

    private synchronized void attempt() {
        DataSourceFactory factory = driver;
        if (closed || factory == null || open != null || settings == null) {
            return;
        }
        try {
            OpenStore opened = open(factory, settings);
            open = opened;
            reason = null;
            offer(opened);
            LOG.info("Bankfeed's database is open ({}).", settings.dialect());
        } catch (SettingsException e) {
            tell(Objects.requireNonNull(e.getMessage()));
            later(RETRY_SECONDS);
        } catch (StoreException | SQLException e) {
            LOG.debug("The database could not be opened", e);
            tell(e.getMessage() + "; it is tried again every " + RETRY_SECONDS + " seconds");
            later(RETRY_SECONDS);
        }
    }

    private void tell(String found) {
        if (!found.equals(reason)) {
            LOG.error("Bankfeed's database is not opened: {}.", found);
            reason = found;
        }
    }

    private static OpenStore open(DataSourceFactory factory, StoreSettings settings) throws SQLException {
        settings.makeFolder();
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, settings.url());
        if (!settings.user().isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_USER, settings.user());
        }
        String password = settings.password();
        if (!password.isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_PASSWORD, password);
        }
        DataSource source = factory.createDataSource(properties);
        return OpenStore.open(source, settings.dialect(), settings.poolSize(), KeySource.of(settings.keys()));
    }

    private void offer(OpenStore opened) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(
                "bankfeed.database", Objects.requireNonNull(settings).dialect().name());
        registrations.add(context.registerService(Store.class, opened.store(), properties));
        registrations.add(context.registerService(Vault.class, opened.vault(), properties));
        registrations.add(context.registerService(Leases.class, opened.leases(), properties));
        registrations.add(context.registerService(KeyRotation.class, opened.keyRotation(), properties));
    }

    private synchronized void withdraw() {
        registrations.forEach(StoreOpener::unregister);
        registrations.clear();
        OpenStore was = open;
        open = null;
        if (was != null) {
            was.close();
        }
    }

    private static void unregister(ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // the framework was quicker
        }
    }

    private final class Drivers implements ServiceTrackerCustomizer<DataSourceFactory, DataSourceFactory> {

        @Override
        public @Nullable DataSourceFactory addingService(ServiceReference<DataSourceFactory> reference) {
            DataSourceFactory factory = context.getService(reference);
            if (factory != null) {
                arrived(factory);
            }
            return factory;
        }

        @Override
        public void modifiedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory factory) {}

        @Override
        public void removedService(ServiceReference<DataSourceFactory> reference, DataSourceFactory factory) {
            left(factory);
            context.ungetService(reference);
        }
    }
}
