package org.bankfeed.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** An ERP that runs in the container does not notice that Bankfeed comes and goes. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class UndisturbedHostIT {

    private static final int DISTURBANCES = BundleEvent.STOPPING
            | BundleEvent.STOPPED
            | BundleEvent.UPDATED
            | BundleEvent.UNRESOLVED
            | BundleEvent.UNINSTALLED;

    @Configuration
    public Option[] aHostWithThePrerequisites() {
        return Containers.stockKaraf(
                UndisturbedHostIT.class, Containers.startingWith("scr", "http-whiteboard"), Pages.at(Pages.freePort()));
    }

    @Test
    public void noBundleOfTheHostIsRefreshedOrRestarted() throws Exception {
        FeaturesService features = Framework.features();
        features.addRepository(Framework.bankfeedFeatures());
        Map<Bundle, BundleWiring> host = wirings(Framework.bundles());
        List<String> disturbances = new CopyOnWriteArrayList<>();
        SynchronousBundleListener witness = event -> {
            if (host.containsKey(event.getBundle()) && (event.getType() & DISTURBANCES) != 0) {
                disturbances.add(event.getBundle() + " event " + event.getType());
            }
        };

        Framework.context().addBundleListener(witness);
        try {
            features.installFeatures(
                    Set.of("bankfeed", "bankfeed-ledger"), EnumSet.noneOf(FeaturesService.Option.class));
            assertThat(Framework.notActive()).isEmpty();
            assertThat(Framework.bundles()).hasSizeGreaterThan(host.size());
            Pages.awaitSignIn();

            features.uninstallFeature("bankfeed");
            features.uninstallFeature("bankfeed-ledger");
        } finally {
            Framework.context().removeBundleListener(witness);
        }

        assertThat(disturbances).isEmpty();
        assertThat(wirings(Framework.bundles())).isEqualTo(host);
    }

    /** A refresh gives a bundle a new wiring, even where it happens to be quick. */
    private static Map<Bundle, BundleWiring> wirings(List<Bundle> bundles) {
        Map<Bundle, BundleWiring> wirings = new HashMap<>();
        bundles.forEach(bundle -> wirings.put(bundle, bundle.adapt(BundleWiring.class)));
        return wirings;
    }
}
