package org.bankfeed.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Starts the demonstration and the browser once for all classes, and gives each test a {@link Scene} of its own. */
final class Stage implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace ALL = Namespace.create(Stage.class);
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final String NO_BROWSER =
            "No Chromium found: the browser tests are skipped; install Debian's chromium";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a browser");
        }
        if (!TOLD.getAndSet(true)) {
            System.out.println(NO_BROWSER);
        }
        return ConditionEvaluationResult.disabled(NO_BROWSER);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Both both = context.getRoot().getStore(ALL).getOrComputeIfAbsent(Both.class, type -> Both.start(), Both.class);
        return context.getStore(ALL)
                .getOrComputeIfAbsent(Scene.class, type -> new Scene(both.demo(), both.chromium()), Scene.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Scene scene = context.getStore(ALL).get(Scene.class, Scene.class);
        if (scene == null) {
            return;
        }
        boolean failed = context.getExecutionException()
                .filter(e -> !(e instanceof TestAbortedException))
                .isPresent();
        try {
            if (failed) {
                scene.keep(context.getRequiredTestClass().getSimpleName() + "."
                        + context.getRequiredTestMethod().getName());
            } else {
                scene.complain();
            }
        } finally {
            scene.close();
        }
    }

    /** What all tests share; ended with the last of them. */
    private record Both(Demo demo, Chromium chromium) implements AutoCloseable {

        static Both start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.patienceMillis());
            Path executable = Chromium.find().orElseThrow();
            try {
                Demo demo = Demo.start(
                        Path.of(System.getProperty("it.demo")),
                        Scene.output().resolve("demo").toAbsolutePath());
                return new Both(demo, Chromium.start(executable));
            } catch (IOException e) {
                throw new IllegalStateException("The demo cannot be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                chromium.close();
            } finally {
                demo.close();
            }
        }
    }
}
