package org.bankfeed.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;

/** Whoever needs only a part installs that part, into a Karaf that has nothing but what its makers ship. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesIT {

    @Configuration
    public Option[] stockKaraf() {
        return Containers.stockKaraf(FeaturesIT.class, Pages.at(Pages.freePort()));
    }

    @Before
    public void knowTheFeatures() throws Exception {
        Framework.features().addRepository(Framework.bankfeedFeatures());
    }

    @Test
    public void eachFeatureInstallsByItselfAndLeavesNothingBehind() throws Exception {
        FeaturesService features = Framework.features();
        Map<String, String> faults = new TreeMap<>();
        List<Feature> all =
                List.of(features.getRepository(Framework.bankfeedFeatures()).getFeatures());

        for (Feature feature : all) {
            try {
                installAndRemove(features, feature);
            } catch (Exception | AssertionError fault) {
                faults.put(feature.getName(), fault.toString());
            }
        }

        assertThat(all).extracting(Feature::getName).contains("bankfeed", "bankfeed-ledger", "bankfeed-simulator");
        assertThat(faults).isEmpty();
    }

    private static void installAndRemove(FeaturesService features, Feature feature) throws Exception {
        List<Bundle> before = Framework.bundles();

        features.installFeature(feature.getName(), feature.getVersion());
        assertThat(features.getState(feature.getId())).isEqualTo(FeatureState.Started);
        assertThat(Framework.notActive()).isEmpty();

        features.uninstallFeature(feature.getName(), feature.getVersion());
        assertThat(Framework.bundles()).containsExactlyInAnyOrderElementsOf(before);
    }
}
