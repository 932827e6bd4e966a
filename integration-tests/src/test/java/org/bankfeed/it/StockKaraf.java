package org.bankfeed.it;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.propagateSystemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.ops4j.pax.exam.Option;

/**
 * A Karaf as its makers ship it, without a network: what it cannot find in its own {@code system} folder or in the
 * repositories named here, it cannot have.
 */
final class StockKaraf {

    private static final String FEATURES = "etc/org.apache.karaf.features.cfg";
    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";

    private StockKaraf() {}

    /** A container that can get Bankfeed's features, but has none of them yet. */
    static Option withBankfeedAtHand(Class<?> test) {
        return composite(
                alone(test),
                repositories(
                        folder("it.repository.exam"),
                        folder("it.repository.prerequisites"),
                        folder("it.repository.bankfeed")));
    }

    /** A container that knows nothing of Bankfeed. */
    static Option thatNeverHeardOfBankfeed(Class<?> test) {
        return composite(alone(test), repositories(folder("it.repository.exam")));
    }

    /** More features to start with, of Karaf's own. */
    static Option startingWith(String... features) {
        return editConfigurationFileExtend(FEATURES, "featuresBoot", String.join(",", features));
    }

    private static Option alone(Class<?> test) {
        return composite(
                karafDistributionConfiguration()
                        .frameworkUrl(folder("it.archives")
                                .resolve("apache-karaf.zip")
                                .toUri()
                                .toString())
                        .name("Apache Karaf")
                        .unpackDirectory(folder("it.containers").toFile()),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                systemTimeout(60_000),
                vmOption("-Xmx512m"),
                propagateSystemProperty("it.version"),
                propagateSystemProperty("it.archives"),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.logging.cfg",
                        "log4j2.appender.rolling.fileName",
                        folder("it.logs").resolve(test.getSimpleName() + ".log").toString()),
                bundle(jarOf(Assertions.class)),
                bundle(jarOf(ByteBuddy.class)));
    }

    private static Option repositories(Path... more) {
        StringBuilder all = new StringBuilder("${karaf.home.uri}system@id=system@snapshots")
                .append(",${karaf.data.uri}kar@id=kar@multi@snapshots");
        for (Path repository : more) {
            all.append(',').append(repository.toUri()).append("@snapshots@id=").append(repository.getFileName());
        }
        return composite(
                editConfigurationFilePut(MAVEN, "org.ops4j.pax.url.mvn.defaultRepositories", all.toString()),
                editConfigurationFilePut(MAVEN, "org.ops4j.pax.url.mvn.repositories", ""),
                editConfigurationFilePut(
                        MAVEN, "org.ops4j.pax.url.mvn.localRepository", "${karaf.data}/nothing-from-the-home-folder"));
    }

    private static Path folder(String property) {
        return Path.of(System.getProperty(property));
    }

    private static String jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }
}
