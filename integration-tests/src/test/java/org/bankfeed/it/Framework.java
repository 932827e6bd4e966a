package org.bankfeed.it;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.ServiceTracker;

/** The container that a test runs in, seen from inside. */
final class Framework {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Framework() {}

    static BundleContext context() {
        return FrameworkUtil.getBundle(Framework.class).getBundleContext();
    }

    /** The service, as soon as there is one. */
    static <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(PATIENCE.toMillis());
            if (service == null) {
                throw new AssertionError("No " + type.getName() + " within " + PATIENCE.toSeconds() + " s");
            }
            return service;
        } finally {
            tracker.close();
        }
    }

    static FeaturesService features() throws InterruptedException {
        return service(FeaturesService.class);
    }

    /** Where the features under test are described. */
    static URI bankfeedFeatures() {
        return URI.create("mvn:org.bankfeed/karaf-features/" + System.getProperty("it.version") + "/xml/features");
    }

    static List<Bundle> bundles() {
        return Arrays.asList(context().getBundles());
    }

    static Bundle bundle(String symbolicName) {
        return bundles().stream()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no bundle " + symbolicName));
    }

    /** Bundles that should run and do not. */
    static Stream<String> notActive() {
        return bundles().stream()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && !isFragment(bundle))
                .map(Bundle::toString);
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }
}
