package org.bankfeed.simulator.internal;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bankfeed.simulator.FaultPlan;
import org.jspecify.annotations.Nullable;

/** The program's command line. */
record Arguments(
        int port,
        @Nullable Path state,
        @Nullable Path history,
        @Nullable Path otherHistory,
        List<String> redirectUris,
        FaultPlan faults,
        boolean live,
        boolean sandbox,
        @Nullable URI webhookUrl,
        boolean help) {

    static final String USAGE = """
            Usage: ./simulator [--port P] [--state DIR] [--history DIR] [--other-history DIR] [--redirect-uri URI]...
                               [--faults PLAN] [--seed N] [--live] [--sandbox] [--webhook-url URL]

              --port P            port of the API on 127.0.0.1; a free one if not given
              --state DIR         keeps credentials and grants here, and writes client.json, ca.pem, client.pem and
                                  client-key.pem here; target/simulator if not given
              --history DIR       plays the history.jsonl of this folder instead of the built-in company
              --other-history DIR the same for another organization that its user may choose
              --redirect-uri URI  where the authorization page may send the browser back; may be repeated
              --faults PLAN       what goes wrong how often, such as lostResponse=0.01,lateLine=0.1, or rough;
                                  also what is done on a day, such as "; @40 14:05 revoke"
              --seed N            of the faults' dice; 0 if not given
              --live              refuses unsigned POST, PATCH and DELETE
              --sandbox           lets an account be synchronized again after ten seconds, not after five minutes
              --webhook-url URL   where events are delivered""";

    /** The command line is wrong; the message is one sentence. */
    static final class WrongArgumentException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongArgumentException(String message) {
            super(message);
        }
    }

    static Arguments parse(List<String> arguments) throws WrongArgumentException {
        int port = 0;
        Path state = null;
        Path history = null;
        Path otherHistory = null;
        boolean help = false;
        boolean live = false;
        boolean sandbox = false;
        long seed = 0;
        String faults = "none";
        URI webhookUrl = null;
        List<String> redirectUris = new ArrayList<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--port" -> port = port(value(option, rest));
                case "--state" -> state = path(option, value(option, rest));
                case "--history" -> history = path(option, value(option, rest));
                case "--other-history" -> otherHistory = path(option, value(option, rest));
                case "--redirect-uri" -> redirectUris.add(redirectUri(value(option, rest)));
                case "--faults" -> faults = value(option, rest);
                case "--seed" -> seed = seed(value(option, rest));
                case "--live" -> live = true;
                case "--sandbox" -> sandbox = true;
                case "--webhook-url" -> webhookUrl = URI.create(webhookUrl(value(option, rest)));
                case "--help", "-h" -> help = true;
                default ->
                    throw new WrongArgumentException(
                            "'" + option + "' is not an option; --help shows those there are.");
            }
        }
        return new Arguments(
                port,
                state,
                history,
                otherHistory,
                List.copyOf(redirectUris),
                plan(faults, seed),
                live,
                sandbox,
                webhookUrl,
                help);
    }

    private static String value(String option, Iterator<String> rest) throws WrongArgumentException {
        if (!rest.hasNext()) {
            throw new WrongArgumentException(option + " needs a value.");
        }
        return rest.next();
    }

    private static FaultPlan plan(String text, long seed) throws WrongArgumentException {
        try {
            return FaultPlan.parse(text, seed);
        } catch (IllegalArgumentException e) {
            throw new WrongArgumentException("--faults is wrong: " + e.getMessage());
        }
    }

    private static long seed(String text) throws WrongArgumentException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new WrongArgumentException("--seed must be a whole number, not '" + text + "'.");
        }
    }

    private static String webhookUrl(String text) throws WrongArgumentException {
        return RedirectUri.check(text)
                .orElseThrow(() -> new WrongArgumentException(
                        "--webhook-url must be an absolute http or https address, not '" + text + "'."));
    }

    private static int port(String text) throws WrongArgumentException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new WrongArgumentException("--port must be a number from 0 to 65535, not '" + text + "'.");
    }

    private static Path path(String option, String text) throws WrongArgumentException {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // refused below
        }
        throw new WrongArgumentException(option + " must name a folder.");
    }

    private static String redirectUri(String text) throws WrongArgumentException {
        return RedirectUri.check(text)
                .orElseThrow(() -> new WrongArgumentException(
                        "--redirect-uri must be an absolute http or https address without fragment, not '" + text
                                + "'."));
    }
}
