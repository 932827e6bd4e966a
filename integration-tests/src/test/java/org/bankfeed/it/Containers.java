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
import org.ops4j.pax.exam.options.CompositeOption;

/**
 * The containers that tests run in. None has a network: what it cannot find in its own {@code system} folder or in the
 * repositories named here, it cannot have.
 */
final class Containers {

    private static final String FEATURES = "etc/org.apache.karaf.features.cfg";
    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";

    private Containers() {}

    /** A Karaf as its makers ship it, which can get Bankfeed's features, but has none of them yet. */
    static Option[] stockKaraf(Class<?> test, Option... more) {
        return container(
                test,
                "apache-karaf.zip",
                repositories("it.repository.exam", "it.repository.prerequisites", "it.repository.bankfeed"),
                more);
    }

    /** A Karaf as its makers ship it, which knows nothing of Bankfeed. */
    static Option[] stockKarafAlone(Class<?> test, Option... more) {
        return container(test, "apache-karaf.zip", repositories("it.repository.exam"), more);
    }

    /** The container that we ship. */
    static Option[] distribution(Class<?> test, Option... more) {
        return container(test, "karaf-distribution.tar.gz", repositories("it.repository.exam"), more);
    }

    /** More features to start with. */
    static Option startingWith(String... features) {
        return editConfigurationFileExtend(FEATURES, "featuresBoot", String.join(",", features));
    }

    private static Option[] container(Class<?> test, String archive, Option repositories, Option... more) {
        CompositeOption all = (CompositeOption) composite(
                karafDistributionConfiguration()
                        .frameworkUrl(
                                folder("it.archives").resolve(archive).toUri().toString())
                        .name("Apache Karaf")
                        .unpackDirectory(folder("it.containers").toFile()),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                systemTimeout(120_000),
                vmOption("-Xmx512m"),
                propagateSystemProperty("it.version"),
                propagateSystemProperty("it.archives"),
                propagateSystemProperty("it.histories"),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.logging.cfg",
                        "log4j2.appender.rolling.fileName",
                        folder("it.logs").resolve(test.getSimpleName() + ".log").toString()),
                bundle(jarOf(Assertions.class)),
                bundle(jarOf(ByteBuddy.class)),
                repositories);
        return ((CompositeOption) composite(all, composite(more))).getOptions();
    }

    private static Option repositories(String... properties) {
        StringBuilder all = new StringBuilder("${karaf.home.uri}system@id=system@snapshots")
                .append(",${karaf.data.uri}kar@id=kar@multi@snapshots");
        for (String property : properties) {
            Path repository = folder(property);
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
