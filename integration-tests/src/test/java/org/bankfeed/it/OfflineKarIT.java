package org.bankfeed.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** A container without a network gets all of Bankfeed from one file. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class OfflineKarIT {

    @Configuration
    public Option[] stockKaraf() {
        int port = Pages.freePort();
        return Containers.stockKarafAlone(OfflineKarIT.class, Pages.at(port));
    }

    @Test
    public void droppedIntoTheDeployFolderItStartsBankfeedAndOffersTheRest() throws Exception {
        FeaturesService features = Framework.features();
        Set<String> before = installed(features);
        Path kar = Path.of(System.getProperty("it.archives"), "karaf-features.kar");
        Path deploy = Path.of(System.getProperty("karaf.base"), "deploy");

        Files.copy(kar, deploy.resolve("bankfeed.kar"));
        Framework.await("bankfeed is installed", () -> installed(features).contains("bankfeed"));
        Framework.await("all bundles run", () -> Framework.notActive().findAny().isEmpty());

        Set<String> brought = installed(features);
        brought.removeAll(before);
        brought.removeAll(closure(features, "scr"));
        brought.removeAll(closure(features, "http-whiteboard"));
        assertThat(brought)
                .allMatch(name -> name.startsWith("bankfeed"))
                .doesNotContain("bankfeed-ledger", "bankfeed-simulator", "bankfeed-rehearsal");

        Pages.awaitSignIn();

        features.installFeature("bankfeed-ledger");
        features.installFeature("bankfeed-simulator");
        features.installFeature("bankfeed-rehearsal");

        assertThat(Framework.notActive()).isEmpty();
    }

    /** The names of a feature and of all that it asks for. */
    private static Set<String> closure(FeaturesService features, String name) throws Exception {
        Set<String> names = new TreeSet<>();
        collect(features, name, names);
        return names;
    }

    private static void collect(FeaturesService features, String name, Set<String> names) throws Exception {
        Feature feature = features.getFeature(name);
        if (feature == null || !names.add(name)) {
            return;
        }
        for (Dependency dependency : feature.getDependencies()) {
            collect(features, dependency.getName(), names);
        }
    }

    private static Set<String> installed(FeaturesService features) {
        try {
            return Arrays.stream(features.listInstalledFeatures())
                    .map(Feature::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
