package org.bankfeed.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Another process on the same database, that the test talks with by lines, and stops and continues as a whole. */
final class ChildNode implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter tell;

    private ChildNode(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.tell = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    }

    static ChildNode start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildNode(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String hear() throws IOException {
        return Objects.requireNonNull(said.readLine(), "the other process ended by itself");
    }

    void say(String line) throws IOException {
        tell.write(line + "\n");
        tell.flush();
    }

    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void wakeUp() throws IOException, InterruptedException {
        signal("-CONT");
    }

    void killHard() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill " + signal + " failed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        killHard();
    }
}
