package org.bankfeed.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The demonstration as a visitor starts it: a process of its own, which leaves the linking to him. */
final class Demo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOOK_EVERY_MILLIS = 100;

    /** Somebody who may sign in. */
    record Person(String name, String password) {}

    private final Process process;
    private final Thread guard;
    private final JsonObject ready;

    private Demo(Process process, Thread guard, JsonObject ready) {
        this.process = process;
        this.guard = guard;
        this.ready = ready;
    }

    /**
     * Starts it from what was built, and waits until it says that it is ready.
     *
     * @param script the program of the project's first folder
     * @param folder where it keeps its things; beside it lies its output
     */
    static Demo start(Path script, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path output = folder.resolveSibling("demo.log");
        ProcessBuilder builder = new ProcessBuilder(
                script.toString(), "--no-build", "--folder", folder.toString(), "--port", String.valueOf(freePort()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Thread guard = new Thread(process::destroy, "demo-guard");
        Runtime.getRuntime().addShutdownHook(guard);
        Path ready = folder.resolve("ready.json");
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.exists(ready)) {
            boolean ended = process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            if (ended || Instant.now().isAfter(end)) {
                stop(process);
                throw new AssertionError("The demo " + (ended ? "ended" : "was not ready in time") + "; it said: "
                        + Files.readString(output));
            }
        }
        return new Demo(
                process, guard, JsonParser.parseString(Files.readString(ready)).getAsJsonObject());
    }

    /** Where the pages are, without a slash at its end. */
    String url() {
        return text(ready, "url");
    }

    /** Where Ponto's own pages are: another site. */
    String bankUrl() {
        return text(ready, "bankUrl");
    }

    /** Who may do everything. */
    Person master() {
        return person(ready);
    }

    /** The bookkeeper beside him. */
    Person bookkeeper() {
        return person(ready.getAsJsonArray("others").get(0).getAsJsonObject());
    }

    /** The table that one command of the shell answers to a program. */
    JsonArray shell(String command) throws IOException, InterruptedException {
        return answer(command).getAsJsonArray();
    }

    /** What one command of the shell answers to a program. */
    JsonElement answer(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", text(ready, "shell")).start();
        try (var in = shell.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(command + " --json\n");
        }
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        String complaint = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (shell.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + said + complaint);
        }
        return JsonParser.parseString(said);
    }

    @Override
    public void close() {
        try {
            stop(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(guard);
    }

    /** Its own way out also ends the container; what does not go is killed. */
    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Below the ports that the system gives to clients, so that nobody takes it in the meantime. */
    private static int freePort() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
        } while (!isFree(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Person person(JsonObject object) {
        return new Person(text(object, "user"), text(object, "password"));
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        if (value == null) {
            throw new AssertionError("ready.json says nothing of " + name + ", only of " + object.keySet());
        }
        return value.getAsString();
    }
}
