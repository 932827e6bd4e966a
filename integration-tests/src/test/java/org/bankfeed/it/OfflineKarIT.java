package org.bankfeed.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
        Path kar = Path.of(System.getProperty("it.archives"), "karaf-features.kar");
        Path deploy = Path.of(System.getProperty("karaf.base"), "deploy");

        Files.copy(kar, deploy.resolve("bankfeed.kar"));
        Framework.await("bankfeed is installed", () -> isInstalled(features, "bankfeed"));

        assertThat(Framework.notActive()).isEmpty();
        assertThat(isInstalled(features, "bankfeed-ledger")).isFalse();

        features.installFeature("bankfeed-ledger");
        features.installFeature("bankfeed-simulator");
        features.installFeature("bankfeed-rehearsal");

        assertThat(Framework.notActive()).isEmpty();
    }

    private static boolean isInstalled(FeaturesService features, String name) {
        try {
            return features.isInstalled(features.getFeature(name));
        } catch (Exception unknown) {
            return false;
        }
    }
}
