package org.bankfeed.simulator.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.bankfeed.history.History;
import org.bankfeed.simulator.PontoSimulator;
import org.bankfeed.simulator.SimulatorException;
import org.bankfeed.simulator.SimulatorOptions;
import org.jspecify.annotations.Nullable;

/**
 * The simulator as a program. On standard output it says one thing only, that it is ready and where. Exit status 1 if
 * it cannot start, 2 if the command line is wrong.
 */
public final class SimulatorProgram {

    private static final String DEFAULT_STATE = "target/simulator";

    private SimulatorProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Arguments parsed = Arguments.parse(Arrays.asList(arguments));
            if (parsed.help()) {
                System.out.println(Arguments.USAGE);
                return;
            }
            run(parsed, System.out);
        } catch (Arguments.WrongArgumentException e) {
            end(2, e.getMessage());
        } catch (SimulatorException e) {
            end(1, e.getMessage());
        } catch (IOException e) {
            end(1, "The history cannot be read: " + e.getMessage());
        }
    }

    private static void run(Arguments arguments, PrintStream out)
            throws SimulatorException, IOException, InterruptedException {
        PontoSimulator simulator = PontoSimulator.start(options(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        out.println("ready https://localhost:" + simulator.baseUrl().getPort());
        out.flush();
        System.err.println("simulator: control page at " + simulator.controlUrl());
        new CountDownLatch(1).await(); // until the process is told to end
    }

    private static SimulatorOptions options(Arguments arguments) throws IOException {
        Path state = arguments.state();
        Path history = arguments.history();
        SimulatorOptions options = SimulatorOptions.DEFAULTS
                .withPorts(arguments.port(), 0, 0)
                .withState(
                        state == null ? Path.of(System.getProperty("bankfeed.simulator.state", DEFAULT_STATE)) : state)
                .withHistory(history == null ? null : History.read(history))
                .withFaults(arguments.faults())
                .withLive(arguments.live())
                .withWebhooks(
                        arguments.webhookUrl(),
                        SimulatorOptions.DEFAULTS.behaviour().webhooks().pause());
        Path other = arguments.otherHistory();
        options = arguments.sandbox() ? options.withSandboxWindow() : options;
        options = other == null ? options : options.withOther(History.read(other));
        return arguments.redirectUris().isEmpty() ? options : options.withRedirectUris(arguments.redirectUris());
    }

    private static void end(int status, @Nullable String sentence) {
        System.err.println("simulator: " + sentence);
        System.exit(status);
    }
}
