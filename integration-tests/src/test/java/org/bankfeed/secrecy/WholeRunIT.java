package org.bankfeed.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all other tests: what they wrote, in this module and in all before it, holds no secret. */
@Order(Integer.MAX_VALUE)
class WholeRunIT {

    private static final Path OURS =
            Path.of(System.getProperty("it.browser"), "..").normalize();
    private static final Path ALL = OURS.resolve("../..").normalize();

    /** What the code under test said; the names of the tests, which stand beside it, may hold numbers. */
    private static final Pattern SAID = Pattern.compile("<system-(out|err)>(.*?)</system-\\1>", Pattern.DOTALL);

    @Test
    void noTestOfAnyRoomMadeALogOfASecretOrOfAnAccountNumber() throws IOException {
        List<Path> reports = files(ALL, "glob:**/target/{surefire,failsafe}-reports/TEST-*.xml");

        assertThat(reports).as("the reports of the whole run").hasSizeGreaterThan(100);
        assertThat(leaks(reports, text -> SAID.matcher(text)
                        .results()
                        .flatMap(match -> Leaks.in(match.group(2)).stream())
                        .toList()))
                .isEmpty();
    }

    @Test
    void noContainerLoggedOne() throws IOException {
        List<Path> logs = files(OURS, "glob:**/{container-logs,data/log,browser}/*.log*");

        assertThat(logs).as("the containers' logs").isNotEmpty();
        assertThat(leaks(logs, Leaks::in)).isEmpty();
    }

    /** The database keeps account numbers; secrets only as the vault wrote them. Configurations name files. */
    @Test
    void noSecretLiesReadableInAContainersFiles() throws IOException {
        List<Path> kept = files(OURS, "glob:**/{instance,containers/*}/{data,etc}/**.{db,config,cfg,json,txt,trace}");

        assertThat(kept).as("the containers' files").isNotEmpty();
        assertThat(leaks(kept, Leaks::secretsIn)).isEmpty();
    }

    private static List<String> leaks(List<Path> files, Function<String, List<String>> finder) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            finder.apply(text).forEach(leak -> all.add(ALL.relativize(file) + ": " + leak));
        }
        return all;
    }

    private static List<Path> files(Path root, String glob) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher(glob);
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).filter(matcher::matches).toList();
        }
    }
}
