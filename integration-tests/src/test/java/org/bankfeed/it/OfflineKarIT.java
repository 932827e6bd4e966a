package org.bankfeed.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        return Containers.stockKarafAlone(OfflineKarIT.class);
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
        assertThat(brought)
                .allMatch(name -> name.equals("scr") || name.startsWith("bankfeed"))
                .doesNotContain("bankfeed-ledger", "bankfeed-simulator", "bankfeed-rehearsal");

        features.installFeature("bankfeed-ledger");
        features.installFeature("bankfeed-simulator");
        features.installFeature("bankfeed-rehearsal");

        assertThat(Framework.notActive()).isEmpty();
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
